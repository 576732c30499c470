import type { ImportSource } from '#shared/contract/imports.ts'
import type { Provider } from '#shared/contract/values.ts'
import { isBlank } from '../detect/amount.ts'
import { RowFault } from '../focus/parts.ts'
import type { Cells } from '../table/cells.ts'
import { currencyCode, currencyOfColumns } from '../table/currency-of.ts'
import { unknownOf } from '../table/extra.ts'
import { isZero, negated, RowValues } from '../table/row-values.ts'
import { Columns, cachedBy, detailBy, type TableSource, told } from '../table/source.ts'
import { usageKey } from '../table/usage-key.ts'

const MOSCOW_HOURS = 3
const DATE = [
  'Дата',
  'Дата операции',
  'Дата и время',
  'Дата списания',
  'Период',
  'Date',
  'Created at',
  'Время',
]
const COST = [
  'Сумма',
  'Сумма, ₽',
  'Сумма, руб.',
  'Сумма, руб',
  'Сумма (руб.)',
  'Сумма операции',
  'Списание',
  'Списано',
  'Расход',
  'Стоимость',
  'Стоимость, ₽',
  'Стоимость, руб.',
  'Amount',
  'Sum',
  'Cost',
]
const TEXT = [
  'Описание',
  'Назначение',
  'Назначение платежа',
  'Комментарий',
  'Наименование',
  'Операция',
  'Название',
  'Description',
  'Comment',
]
const SERVICE = ['Услуга', 'Сервис', 'Название услуги', 'Тариф', 'Service', 'Product']
const KIND = ['Тип', 'Тип операции', 'Вид операции', 'Type', 'Operation type']

/** Money that came in, and what was given back to the bank card: no charges. */
const TOP_UP =
  /пополнен|зачислен|внесен|плат[её]ж получен|поступлен|бонус начисл|top.?up|deposit|payment received|приход|refill/i
const REFUND = /возврат|перерасч[её]т|корректиров|компенсац|refund|correction/i

/**
 * The history of operations of an account that pays from a balance. Where charges are written below zero, whatever is
 * above zero and no top-up gives money back (a credit); where no amount is below zero, all but top-ups are charges.
 * Many hosters have such a table: whose it is, the file's name or its words tell, or the person does. Top-ups are no costs: they are rejected as `notCharge`, so that rows in = rows kept + rows rejected.
 */
export const statementOf = (source: ImportSource, provider: Provider, ownName: RegExp): TableSource => ({
  source,

  recognises(header, sample, fileName) {
    const isStatement =
      header.find(...DATE) >= 0 && header.find(...COST) >= 0 && header.find(...TEXT, ...SERVICE) >= 0
    if (!isStatement) return false
    const text = header.find(...TEXT, ...SERVICE)
    return ownName.test(fileName) || sample.slice(0, 200).some((row) => ownName.test(row.cell(text)))
  },

  plan(header, answers, sample) {
    const columns = new Columns(header)
    const date = columns.find(...DATE)
    const cost = columns.find(...COST)
    const text = columns.find(...TEXT)
    const service = columns.find(...SERVICE)
    const kind = columns.find(...KIND)
    const account = columns.find(
      'Логин',
      'Аккаунт',
      'Лицевой счет',
      'Лицевой счёт',
      'Номер аккаунта',
      'Договор',
      'Login',
      'Account',
    )
    const project = columns.find('Проект', 'Project')
    const resource = columns.find('ID услуги', 'ID сервиса', 'ID ресурса', 'service_id', 'Service ID')
    const number = columns.find('Номер операции', 'ID операции', '№', 'Номер', 'Operation ID')
    const currency = columns.find('Валюта', 'Currency')
    const unknown = columns.unknown()
    const only = answers.currency ?? currencyOfColumns(header, [cost], sample) ?? 'RUB'
    const isSigned = sample.some(
      (row) => /^[-−–(]|[-−]\s*$/.test(row.cell(cost).trim()) && !isBlank(row.cell(cost)),
    )
    return {
      amounts: [cost],
      dates: [date],
      decimal: null,
      questions: account < 0 && !answers.account ? ['account'] : [],
      cost,
      totals: 'other',
      coversPeriods: false,
      needed: [cost, date],
      unknown,
      toLine(writing) {
        const values = new RowValues(header, writing, MOSCOW_HOURS)
        const extraOf = unknownOf(header, values, unknown)
        const detailOf = detailBy([number, ...unknown], (row) => ({
          extra: told({ x_OperationId: values.text(row, number), ...extraOf(row) }),
        }))
        const keysOf = (isCredit: boolean) =>
          cachedBy([service, text, kind, account, project, resource, currency], (row) => {
            const description = values.text(row, text) ?? values.text(row, kind)
            return usageKey(provider, values.text(row, service) ?? serviceIn(description), {
              billingAccount: values.text(row, account) ?? answers.account ?? '',
              subAccount: values.text(row, project),
              resourceRef: values.text(row, resource),
              chargeCategory: isCredit ? 'Credit' : 'Usage',
              chargeFrequency: isCredit ? 'One-Time' : 'Recurring',
              pricingCategory: isCredit ? null : 'Standard',
              chargeDescription: description,
              currency: currency < 0 ? only : currencyCode(row.cell(currency)),
            })
          })
        const [chargeKey, creditKey] = [keysOf(false), keysOf(true)]
        return (row) => {
          const said = values.amount(row, cost)
          const words = wordsOf(row, [kind, text, service])
          const isIncoming = isSigned ? !said.startsWith('-') : REFUND.test(words)
          if (TOP_UP.test(words) && !REFUND.test(words) && (isIncoming || !isSigned))
            throw new RowFault(
              'notCharge',
              header.name(text < 0 ? service : text),
              words.trim().slice(0, 300),
            )
          const isCredit = isIncoming && !isZero(said)
          const amount = isSigned || isCredit ? negated(said) : said
          return {
            key: isCredit ? creditKey(row) : chargeKey(row),
            ...values.span(row, date),
            billed: amount,
            effective: amount,
            list: amount,
            contracted: amount,
            pricingQuantity: null,
            consumedQuantity: null,
            commitmentQuantity: null,
            detail: detailOf(row),
          }
        }
      },
    }
  },
})

const wordsOf = (row: Cells, indexes: readonly number[]): string =>
  indexes
    .filter((index) => index >= 0)
    .map((index) => row.cell(index))
    .join(' ')

/** The service in a description: what stands before the first colon, bracket, number or quoted name. */
function serviceIn(description: string | null): string {
  const words = (description ?? '')
    .replace(
      /^(списание|оплата|начисление|абонентская плата)\s+(средств\s+)?(за|по)?\s*(услуг[уи]\s*)?:?\s*/iu,
      '',
    )
    .split(/[:(«"№#]|\s\d|\sза\s/u)[0]
    ?.trim()
    .slice(0, 120)
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : 'Other'
}
