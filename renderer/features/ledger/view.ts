import type { Format } from '#renderer/i18n/format.ts'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import { isCost, isFigure } from './columns.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
/** Prices of a unit go far below a kopeck. */
const MOST_PLACES = 15

/** A column of a line as a person reads it: costs as money, figures in their language, instants by their clock. */
export function cellText(column: string, line: LedgerLineView, format: Format): string | null {
  const value = line.columns[column]
  if (value === undefined || value === '') return null
  if (isCost(column)) {
    const currency = line.columns.BillingCurrency
    return currency ? format.money({ amount: value, currency }) : format.number(value, MOST_PLACES)
  }
  if (isFigure(column)) return format.number(value, MOST_PLACES)
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
