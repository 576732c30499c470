import type { Candidate, CauseLine } from '#main/core/reconciliation/causes.ts'
import { withTax } from '#main/core/reconciliation/ladder.ts'
import type { LedgerLine } from '#main/ports/ledger.ts'
import { lastOfMonth } from '#shared/lib/day.ts'
import { parseDecimal, roundFemtos } from '#shared/lib/decimal.ts'
import type { Scope } from '../scope.ts'
import { type Figures, firstDayOf, placesOf } from './figures.ts'

const MOST_LINES = 200
/** More lines than that are not looked through for what stands beside them. */
const MOST_LOOKED_AT = 200_000

export const spanOf = (
  { workspaceId }: Scope,
  { connectionId, currency, month }: Pick<Figures, 'connectionId' | 'currency' | 'month'>,
) => ({
  workspaceId,
  from: firstDayOf(month),
  to: lastOfMonth(firstDayOf(month)),
  filter: { connectionIds: [connectionId], currencies: [currency] },
})

/** Credits that the detail has and an act may not know. */
export function grantCandidates(scope: Scope, figures: Figures): Candidate[] {
  return [...creditLines(scope, figures), ...grantsBeside(scope, figures), ...allDiscounts(figures)].map(
    (one) => ({ ...one, group: 'grant' }),
  )
}

function creditLines(scope: Scope, figures: Figures): Candidate[] {
  const span = spanOf(scope, figures)
  const credits = { ...span, filter: { ...span.filter, chargeCategories: ['Credit'] } }
  const rows = scope.ledger.aggregate({ ...credits, metric: 'billed', groupBy: ['day'] })
  const taxed = rows.map(({ keys: [day], femtos }) =>
    withTax(femtos, day as LedgerLine['day'], figures.terms),
  )
  const amount = -roundFemtos(sum(taxed), placesOf(figures))
  if (amount === 0n) return []
  const { items, total } = scope.ledger.page({
    ...{ ...credits, offset: 0, limit: MOST_LINES },
    ...{ sort: 'day' as const, isDescending: false },
  })
  const lines = items.map((line) => lineOf(line, withTax(line.billed, line.day, figures.terms)))
  return [{ kind: 'grant', amount, isSure: true, facts: { what: 'credits' }, lines, linesTotal: total }]
}

/** Yandex keeps the grant of a line beside what was billed of it. */
function grantsBeside(scope: Scope, figures: Figures): Candidate[] {
  if (figures.provider !== 'yandex' || figures.lines > MOST_LOOKED_AT) return []
  const lines: CauseLine[] = []
  let [amount, count] = [0n, 0]
  for (const chunk of scope.ledger.lines(spanOf(scope, figures)))
    for (const line of chunk) {
      const grant = parseDecimal(line.detail?.extra?.x_MonetaryGrantCredit ?? '') ?? 0n
      if (grant === 0n) continue
      const taxed = withTax(grant, line.day, figures.terms)
      amount -= taxed
      count += 1
      if (lines.length < MOST_LINES) lines.push(lineOf(line, taxed))
    }
  const rounded = roundFemtos(amount, placesOf(figures))
  return rounded === 0n
    ? []
    : [{ kind: 'grant', amount: rounded, isSure: true, facts: { what: 'credits' }, lines, linesTotal: count }]
}

/** An act by the price list: worth a thought only where it closes the difference. */
function allDiscounts(figures: Figures): Candidate[] {
  const taxed = figures.days.map(({ day, billed, list }) => withTax(list - billed, day, figures.terms))
  const amount = roundFemtos(sum(taxed), placesOf(figures))
  return amount === 0n
    ? []
    : [{ kind: 'grant', amount, isSure: false, facts: { what: 'discounts' }, lines: [], linesTotal: 0 }]
}

const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n)

const lineOf = ({ day, key }: LedgerLine, amount: bigint): CauseLine => ({
  day,
  name: key.chargeDescription ?? key.skuName ?? key.service,
  amount,
  note: key.resourceName ?? key.resourceRef,
})
