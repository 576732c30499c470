import { currencyCode, currencyOfColumns } from '../table/currency-of.ts'
import { unknownOf } from '../table/extra.ts'
import { RowValues } from '../table/row-values.ts'
import { Columns, cachedBy, detailBy, type TableSource, told } from '../table/source.ts'
import { readTagCell } from '../table/tag-cell.ts'
import { usageKey } from '../table/usage-key.ts'

const MOSCOW_HOURS = 3
const RESOURCE = ['ID ресурса', 'Resource ID', 'resource_id', 'Идентификатор ресурса', 'UUID ресурса']
const COST = [
  'Стоимость с НДС',
  'Сумма с НДС',
  'Итоговая стоимость',
  'Стоимость',
  'Стоимость, ₽',
  'Стоимость, руб.',
  'Стоимость с НДС, ₽',
  'Стоимость с НДС, руб.',
  'Сумма',
  'Сумма, ₽',
  'Сумма, руб.',
  'Сумма списания',
  'Списано',
  'Итого',
  'Cost',
  'Cost with VAT',
  'Amount',
  'Total',
]
const DATE = ['Дата', 'Дата списания', 'Дата начисления', 'Период', 'День', 'Date', 'Period']
const SERVICE = [
  'Сервис',
  'Услуга',
  'Название сервиса',
  'Название услуги',
  'Наименование услуги',
  'Service',
  'Service name',
  'Продукт',
]
const PROJECT = ['ID проекта', 'PID', 'Идентификатор проекта', 'Project ID', 'project_id']
const PROJECT_NAME = ['Проект', 'Название проекта', 'Имя проекта', 'Project', 'Project name']

/**
 * The granular detail of VK Cloud's balance page: a row for each parameter of a resource on a day of Moscow. VK documents
 * no list of columns, so they are found by whatever they have been seen to be called. Amounts are what was written off
 * the balance, VAT in it; without discount only where a column says so. VK bills by project: where the file names no
 * account, the project is it. The currency is told by a sign or a column; Kazakhstan's region bills in tenge.
 */
export const vk: TableSource = {
  source: 'vk',

  recognises: (header, _sample, fileName) =>
    header.find(...COST) >= 0 &&
    header.find(...DATE) >= 0 &&
    header.find(...SERVICE) >= 0 &&
    header.find('Тип баланса', 'Balance type') < 0 &&
    ((header.find(...RESOURCE) >= 0 && header.find(...PROJECT, ...PROJECT_NAME) >= 0) ||
      /(^|[^a-z])vk([^a-z]|$)|vkcloud|vkcs|mcs/i.test(fileName)),

  plan(header, answers, sample) {
    const columns = new Columns(header)
    const account = columns.find(
      'Лицевой счет',
      'Лицевой счёт',
      'Аккаунт',
      'Договор',
      'Номер договора',
      'Billing account',
      'Account',
    )
    const project = columns.find(...PROJECT)
    const projectName = columns.find(...PROJECT_NAME)
    const service = columns.find(...SERVICE)
    const resource = columns.find(...RESOURCE)
    const resourceName = columns.find(
      'Имя ресурса',
      'Название ресурса',
      'Ресурс',
      'Resource name',
      'Resource',
    )
    const resourceType = columns.find('Тип ресурса', 'Resource type')
    const parameter = columns.find(
      'Параметр',
      'Параметр ресурса',
      'Наименование параметра',
      'Тариф',
      'Тарифная опция',
      'Номенклатура',
      'Parameter',
      'SKU',
    )
    const region = columns.find('Регион', 'Region')
    const zone = columns.find('Зона доступности', 'Availability zone', 'AZ')
    const date = columns.find(...DATE)
    const quantity = columns.find(
      'Количество',
      'Объем',
      'Потребление',
      'Объем потребления',
      'Quantity',
      'Usage',
    )
    const unit = columns.find('Единица измерения', 'Ед. изм.', 'Ед.изм', 'Единицы', 'Unit')
    const cost = columns.find(...COST)
    const list = columns.find('Стоимость без скидки', 'Стоимость до скидки', 'Полная стоимость', 'List cost')
    const currency = columns.find('Валюта', 'Currency')
    const tags = columns.find('Метки', 'Теги', 'Пользовательские метки', 'Labels', 'Tags')
    const labels = columns.startingWith('label.', 'Метка: ', 'Метка ', 'tag:')
    const unknown = columns.unknown()
    const onlyCurrency = answers.currency ?? currencyOfColumns(header, [cost, list], sample)
    const ownAccount = answers.account ?? null
    return {
      amounts: [cost, list, quantity].filter((index) => index >= 0),
      dates: [date],
      decimal: null,
      questions: [
        ...(currency < 0 && onlyCurrency === null ? (['currency'] as const) : []),
        ...(account < 0 && project < 0 && projectName < 0 && ownAccount === null
          ? (['account'] as const)
          : []),
      ],
      cost,
      totals: 'billed',
      coversPeriods: true,
      needed: [cost, date],
      unknown,
      toLine(writing) {
        const values = new RowValues(header, writing, MOSCOW_HOURS)
        const extraOf = unknownOf(header, values, unknown)
        const detailOf = detailBy(unknown, (row) => ({ extra: told(extraOf(row)) }))
        const used = [
          account,
          project,
          projectName,
          service,
          resource,
          resourceName,
          resourceType,
          parameter,
          region,
          zone,
          unit,
          currency,
          tags,
          ...labels.map(({ index }) => index),
        ]
        const keyOf = cachedBy(used, (row) => {
          const text = (index: number): string | null => values.text(row, index)
          const measured = quantity < 0 ? null : (text(unit) ?? 'Count')
          return usageKey('vk', text(service) ?? 'Other', {
            billingAccount: text(account) ?? ownAccount ?? text(project) ?? text(projectName) ?? '',
            subAccount: text(project) ?? text(projectName),
            region: text(region),
            zone: text(zone),
            resourceRef: text(resource),
            resourceName: text(resourceName),
            resourceType: text(resourceType),
            sku: text(parameter),
            skuName: text(parameter),
            chargeDescription: text(parameter),
            pricingUnit: measured,
            consumedUnit: measured,
            currency: currency < 0 ? (onlyCurrency ?? '') : currencyCode(row.cell(currency)),
            tags: told({
              ...readTagCell(text(tags)),
              ...Object.fromEntries(labels.map(({ index, rest }) => [rest.trim(), text(index)])),
            }),
            more: told({ SubAccountName: text(projectName) }),
          })
        })
        return (row) => {
          const key = keyOf(row)
          const billed = values.amount(row, cost)
          const before = values.number(row, list) ?? billed
          const used = key.pricingUnit === null ? null : values.number(row, quantity)
          return {
            key,
            ...values.span(row, date),
            billed,
            effective: billed,
            list: before,
            contracted: billed,
            pricingQuantity: used,
            consumedQuantity: used,
            commitmentQuantity: null,
            detail: detailOf(row),
          }
        }
      },
    }
  },
}
