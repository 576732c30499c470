import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import { currencies } from '#shared/lib/currency.ts'
import { isCost, isFigure } from './columns.ts'
import { valueLabel } from './value-label.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
/** Prices of a unit go far below a kopeck. */
const MOST_PLACES = 15

/** A column of a line as a person reads it: costs as money, figures in their language, instants by their clock. */
export function cellText(column: string, line: LedgerLineView, t: Translate, format: Format): string | null {
  const value = line.columns[column]
  if (value === undefined || value === '') return null
  if (isCost(column)) {
    const currency = currencies.find((each) => each === line.columns.BillingCurrency)
    const exact = format.number(value, MOST_PLACES)
    if (!currency) return exact
    const money = format.money({ amount: value, currency })
    // A line of a thousandth of a kopeck costs something: it must not read as nothing.
    return /[1-9]/.test(value) && !/[1-9]/.test(money) ? `${exact} ${currency}` : money
  }
  if (isFigure(column)) return format.number(value, MOST_PLACES)
  if (column === 'ChargeCategory') return valueLabel('chargeCategory', value, t)
  return INSTANT.test(value) ? format.instant(Date.parse(value)) : value
}

/** Tags, and whatever else travels as a flat object, as pairs; null for what is none. */
export function pairsOf(value: string): [string, string][] | null {
  if (!value.startsWith('{')) return null
  try {
    const parsed: unknown = JSON.parse(value)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
    return Object.entries(parsed).map(([key, each]) => [
      key,
      typeof each === 'string' ? each : JSON.stringify(each),
    ])
  } catch {
    return null
  }
}
