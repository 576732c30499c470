import type { ImportSource } from '#shared/contract/imports.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import type { Cells } from '../table/cells.ts'
import { currencyCode } from '../table/currency-of.ts'
import { unknownOf } from '../table/extra.ts'
import type { Header } from '../table/header.ts'
import { RowValues } from '../table/row-values.ts'
import { Columns, cachedBy, detailBy, type Plan, type TableSource, told } from '../table/source.ts'
import { usageKey } from '../table/usage-key.ts'
import { readPeriod } from './period.ts'

const MOSCOW_HOURS = 3

const NAMES = {
  account: [
    'account_id',
    'Номер аккаунта',
    'Аккаунт',
    'Account number',
    'Account',
    'Account ID',
    'ID аккаунта',
    'Номер договора',
  ],
  owner: ['Владелец аккаунта', 'Владелец', 'Account owner', 'Owner'],
  project: ['project_id', 'ID проекта', 'Project ID'],
  projectName: ['project_name', 'Название проекта', 'Имя проекта', 'Проект', 'Project name', 'Project'],
  product: ['product_name', 'Продукт', 'Название продукта', 'Product'],
  service: [
    'service_name',
    'Услуга',
    'Сервис',
    'Название услуги',
    'Service',
    'Продукт/услуга',
    'Product/service',
  ],
  object: ['resource_id', 'ID объекта', 'ID ресурса', 'Object ID', 'Resource ID'],
  objectName: [
    'resource_name',
    'Название объекта',
    'Имя объекта',
    'Объект',
    'Название ресурса',
    'Object name',
    'Object',
    'Resource name',
  ],
  objectType: [
    'resource_type_name',
    'resource_type',
    'Тип объекта',
    'Тип ресурса',
    'Object type',
    'Resource type',
  ],
  parent: ['parent_resource_id', 'ID родительского объекта', 'Parent object ID'],
  parentName: [
    'parent_resource_name',
    'Родительский объект',
    'Название родительского объекта',
    'Parent object',
    'Parent object name',
  ],
  region: ['location_region_key', 'Регион', 'Region', 'Локация', 'Location'],
  zone: ['location_availability_zone_key', 'Зона доступности', 'Пул', 'Availability zone', 'Pool'],
  metric: ['metric_id', 'ID метрики', 'Metric ID'],
  metricName: ['metric_name', 'Метрика ресурса', 'Метрика', 'Resource metric', 'Metric'],
  from: ['provision_from', 'Начало периода', 'Дата начала', 'Период с', 'Period start', 'Start date', 'From'],
  till: [
    'provision_till',
    'Конец периода',
    'Окончание периода',
    'Дата окончания',
    'Период по',
    'Period end',
    'End date',
    'Till',
  ],
  period: [
    'Период оказания услуги',
    'Период оказания услуг',
    'Период предоставления услуги',
    'Период',
    'Service period',
    'Period',
  ],
  writtenOff: [
    'Дата списания',
    'Дата и время списания',
    'Write-off date',
    'Date of write-off',
    'Charge date',
    'Дата операции',
    'Дата',
  ],
  quantity: ['quantity', 'Количество', 'Объем', 'Quantity', 'Amount of resource'],
  unit: ['unit', 'Единица измерения', 'Ед. изм.', 'Единицы', 'Unit'],
  balance: ['balance', 'Тип баланса', 'Баланс', 'Balance type', 'Balance'],
  kopecks: ['value'],
  cost: [
    'Полная стоимость',
    'Полная стоимость, ₽',
    'Полная стоимость, руб.',
    'Сумма списания',
    'Сумма списания, ₽',
    'Списано',
    'Стоимость',
    'Стоимость, ₽',
    'Стоимость, руб.',
    'Сумма',
    'Сумма, ₽',
    'Сумма, руб.',
    'Full cost',
    'Write-off amount',
    'Total cost',
    'Cost',
    'Amount',
    'Full cost, RUB',
  ],
  currency: ['currency', 'Валюта'],
} as const

/**
 * The reports of Selectel's panel, by service or by write-off, and the rows of its API's flat report kept as a table.
 * The panel's amounts are roubles, the API's whole kopecks (told by its own `value`). Nobody's discount is in them: all
 * four costs are what was written off. From which balance (main, bonus) is kept beside the line: bonuses are money that
 * was spent too. A period is of Moscow; the panel counts its last day in.
 */
const selectelOf = (source: ImportSource, isWriteOff: boolean): TableSource => ({
  source,

  recognises(header) {
    const has = (name: keyof typeof NAMES): boolean => header.find(...NAMES[name]) >= 0
    const isFlat = header.has('provision_from', 'provision_till', 'value', 'balance')
    const hasDate = has('writtenOff') && !has('period') && !has('from')
    const isReport =
      has('balance') &&
      has('cost') &&
      (has('product') || has('service')) &&
      (has('project') || has('projectName'))
    return isWriteOff ? isReport && hasDate && !isFlat : isFlat || (isReport && !hasDate)
  },

  plan(header, answers): Plan {
    const columns = new Columns(header)
    const at = Object.fromEntries(
      Object.entries(NAMES).map(([name, names]) => [name, columns.find(...names)]),
    ) as Record<keyof typeof NAMES, number>
    const inKopecks = at.kopecks >= 0 && header.has('provision_from')
    const cost = inKopecks ? at.kopecks : at.cost
    const date = isWriteOff ? at.writtenOff : at.from
    const unknown = columns.unknown()
    return {
      amounts: [cost, at.quantity].filter((index) => index >= 0),
      dates: [at.writtenOff, at.from, at.till].filter((index) => index >= 0),
      decimal: null,
      questions: at.account < 0 && !answers.account ? ['account'] : [],
      cost,
      totals: 'billed',
      coversPeriods: true,
      needed: [cost, date].filter((index) => index >= 0),
      unknown,
      toLine(writing) {
        const values = new RowValues(header, writing, MOSCOW_HOURS)
        const key = keyOf(header, values, at, answers.account ?? null, answers.currency ?? 'RUB')
        const extraOf = unknownOf(header, values, unknown)
        const detailOf = detailBy([at.balance, at.parent, at.parentName, at.owner, ...unknown], (row) => ({
          extra: told({
            x_BalanceType: values.text(row, at.balance),
            x_ParentResourceId: values.text(row, at.parent),
            x_ParentResourceName: values.text(row, at.parentName),
            x_AccountOwner: values.text(row, at.owner),
            ...extraOf(row),
          }),
        }))
        return (row) => {
          const said = values.amount(row, cost)
          const billed = inKopecks ? formatDecimal((parseDecimal(said) ?? 0n) / 100n) : said
          const quantity = values.number(row, at.quantity)
          const known = key(row)
          return {
            key: known,
            ...periodOf(row, values, at, isWriteOff, header),
            billed,
            effective: billed,
            list: billed,
            contracted: billed,
            pricingQuantity: known.pricingUnit === null ? null : quantity,
            consumedQuantity: known.consumedUnit === null ? null : quantity,
            commitmentQuantity: null,
            detail: detailOf(row),
          }
        }
      },
    }
  },
})

type Places = Record<keyof typeof NAMES, number>

function keyOf(header: Header, values: RowValues, at: Places, account: string | null, currency: string) {
  const used = [
    ...[
      at.account,
      at.project,
      at.projectName,
      at.product,
      at.service,
      at.object,
      at.objectName,
      at.objectType,
    ],
    ...[at.region, at.zone, at.metric, at.metricName, at.unit, at.currency],
  ]
  return cachedBy(used, (row) => {
    const text = (name: keyof typeof NAMES): string | null => values.text(row, at[name])
    const product = text('product')
    const service = text('service')
    const name =
      product && service && product !== service ? `${product}: ${service}` : (product ?? service ?? 'Other')
    // A unit that no column tells is still a unit: what the metric counts.
    const unit = at.quantity < 0 ? null : (text('unit') ?? 'Count')
    return usageKey('selectel', name, {
      billingAccount: text('account') ?? account ?? '',
      subAccount: text('project') ?? text('projectName'),
      region: text('region'),
      zone: text('zone'),
      resourceRef: text('object') ?? text('objectName'),
      resourceName: text('objectName'),
      resourceType: text('objectType'),
      sku: text('metric') ?? text('metricName'),
      skuName: text('metricName'),
      chargeDescription: text('metricName'),
      pricingUnit: unit,
      consumedUnit: unit,
      currency:
        at.currency < 0 ? currency : currencyCode(header.names[at.currency] ? row.cell(at.currency) : ''),
      more: told({ SubAccountName: text('projectName') }),
    })
  })
}

function periodOf(row: Cells, values: RowValues, at: Places, isWriteOff: boolean, header: Header) {
  if (isWriteOff) return values.span(row, at.writtenOff)
  if (at.from >= 0) {
    const startMs = values.instant(values.date(row, at.from))
    return {
      startMs,
      endMs: at.till < 0 ? values.span(row, at.from).endMs : values.end(row, at.till, startMs),
    }
  }
  return readPeriod(values, row, at.period, header, MOSCOW_HOURS)
}

export const selectelServices = selectelOf('selectelServices', false)
export const selectelWriteOffs = selectelOf('selectelWriteOffs', true)
