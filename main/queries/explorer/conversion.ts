import { merged, reduced } from '#main/core/explorer/factors.ts'
import type { DatedFactor } from '#main/core/explorer/vat.ts'
import type { ConvertedSum } from '#main/core/rates/convert.ts'
import { type Fraction, perUnit } from '#main/core/rates/rate.ts'
import type { RateChoice } from '#main/core/rates/rule.ts'
import type { LedgerQuestion } from '#main/ports/ledger.ts'
import type { ConvertedView } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { convertSums } from '../converted.ts'
import { readRateChoice } from '../rates-choice.ts'
import type { Scope } from '../scope.ts'

type Factors = Map<string, DatedFactor[]>

export type Conversion = {
  /** For each currency that every rate is there for: what the amounts of an account are multiplied by. */
  factors: ReadonlyMap<Currency, Factors>
  missing: Currency[]
  view: Omit<ConvertedView, 'billed'>
}

/**
 * Rates as factors of the ledger's question. What the rule makes of a day is asked once for each day and account that
 * has lines; a currency that lacks one rate is left as it is, on all days.
 */
export function conversionTo(
  scope: Scope,
  to: Currency,
  asked: Pick<LedgerQuestion, 'workspaceId' | 'filter' | 'metric'>,
  { foreign, ranges }: { foreign: readonly Currency[]; ranges: readonly DayRange[] },
): Conversion {
  const sums = ranges.flatMap((range) => sumsByDay(scope, { ...asked, ...range, groupBy: [] }, foreign))
  const days = sums.map(({ day }) => day).sort()
  const choice = readRateChoice(scope, {
    from: days[0] ?? scope.today,
    to: days.at(-1) ?? scope.today,
    currencies: [...foreign, to],
  })
  const { billed: _, ...view } = convertSums(scope, sums, to)
  const factors = new Map<Currency, Factors>()
  const missing: Currency[] = []
  for (const currency of foreign) {
    const own = factorsOf(
      sums.filter((sum) => sum.currency === currency),
      to,
      choice,
    )
    if (own) factors.set(currency, own)
    else missing.push(currency)
  }
  return { factors, missing, view }
}

function factorsOf(sums: readonly ConvertedSum[], to: Currency, choice: RateChoice): Factors | null {
  const found: Factors = new Map()
  for (const sum of sums) {
    const [from, into] = [rateOf(sum.currency, sum, choice), rateOf(to, sum, choice)]
    if (!from || !into) return null
    const factor = reduced(from.numerator * into.denominator, from.denominator * into.numerator)
    const own = found.get(sum.connectionId) ?? []
    found.set(sum.connectionId, own)
    own.push({ from: sum.day, factor })
  }
  for (const [connectionId, own] of found)
    found.set(connectionId, merged(own.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))))
  return found
}

const ROUBLE: Fraction = { numerator: 1n, denominator: 1n }

function rateOf(currency: Currency, sum: ConvertedSum, choice: RateChoice): Fraction | null {
  if (currency === 'RUB') return ROUBLE
  const rate = choice.rateFor(currency, sum)
  return rate && perUnit(rate)
}

/** Days without lines need no rate. */
function sumsByDay(
  { ledger }: Scope,
  question: LedgerQuestion,
  currencies: readonly Currency[],
): ConvertedSum[] {
  const filter = { ...question.filter, currencies }
  return ledger
    .aggregate({ ...question, filter, groupBy: ['day', 'connection'] })
    .map(({ keys: [day, connectionId], currency, femtos }) => ({
      day: day as Day,
      connectionId: connectionId ?? '',
      currency,
      femtos,
    }))
}
