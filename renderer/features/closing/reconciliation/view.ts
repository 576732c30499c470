import type { LadderView } from '#shared/contract/reconciliation.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'

export type Cause = LadderView['causes'][number]

type SignState = { key: 'signed' | 'stale' | 'notSigned'; tone: 'ok' | 'warn' | 'neutral' }

export function signState({ signed, isStale }: Pick<LadderView, 'signed' | 'isStale'>): SignState {
  if (!signed) return { key: 'notSigned', tone: 'neutral' }
  return isStale ? { key: 'stale', tone: 'warn' } : { key: 'signed', tone: 'ok' }
}

/** Whoever signs has to say something where the figures do not speak for themselves. */
export const needsNote = ({ act, isEqual }: Pick<LadderView, 'act' | 'isEqual'>): boolean =>
  act === null || !isEqual

type Total = { currency: Currency; sums: { key: string; amount: string | null }[] }

const columns: Record<string, (ladder: LadderView) => string | null> = {
  accrued: ({ accrued }) => accrued,
  discounts: ({ discounts }) => discounts,
  without: ({ without }) => without,
  vat: ({ vatTotal }) => vatTotal,
  withVat: ({ withVat }) => withVat,
  act: ({ act }) => act?.total ?? null,
  difference: ({ difference }) => difference,
  paid: ({ act, paid }) => (act ? paid : null),
}

/** By currency: nothing is summed across them. A column that nobody has anything in has no sum. */
export function totalsOf(items: readonly LadderView[]): Total[] {
  return [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    sums: Object.entries(columns).map(([key, of]) => {
      const amounts = own.map(of).filter((amount) => amount !== null)
      const sum = amounts.reduce((total, amount) => total + (parseDecimal(amount) ?? 0n), 0n)
      return { key, amount: amounts.length === 0 ? null : formatDecimal(sum) }
    }),
  }))
}
