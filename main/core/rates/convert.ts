import type { Currency } from '#shared/lib/currency.ts'
import { addDays, type Day } from '#shared/lib/day.ts'
import { divideHalfAway } from '#shared/lib/decimal.ts'
import { compareText } from '../rules/exact.ts'
import { type Fraction, perUnit } from './rate.ts'
import type { RateChoice, UsedRate } from './rule.ts'

/** What was charged on a day by an account in one currency. */
export type ConvertedSum = { day: Day; connectionId: string; currency: Currency; femtos: bigint }

type Conversion = {
  /** In the currency asked for; null as soon as one rate is missing: half a sum is no sum. */
  femtos: bigint | null
  rates: UsedRate[]
  missing: { currency: Currency; from: Day; to: Day }[]
}

const ROUBLE: Fraction = { numerator: 1n, denominator: 1n }

/**
 * Turns sums into one currency exactly, by way of the rouble. What goes at the same rate is added up first and rounded
 * once, half away from zero at the fifteenth place, so that the order and the parts of the sums make no difference.
 */
export function convert(sums: Iterable<ConvertedSum>, to: Currency, choice: RateChoice): Conversion {
  const groups = new Map<string, { femtos: bigint; from: Fraction; into: Fraction }>()
  const used = new Map<string, UsedRate>()
  const missing = new Map<Currency, Set<Day>>()
  let same = 0n

  const take = (currency: Currency, sum: ConvertedSum): UsedRate | 'rouble' | null => {
    if (currency === 'RUB') return 'rouble'
    const rate = choice.rateFor(currency, sum)
    if (rate) used.set(keyOf(rate), rate)
    else {
      const days = missing.get(currency) ?? new Set()
      missing.set(currency, days)
      for (const day of choice.lacking(currency, sum)) days.add(day)
    }
    return rate
  }

  for (const sum of sums) {
    if (sum.femtos === 0n) continue
    if (sum.currency === to) {
      same += sum.femtos
      continue
    }
    const [from, into] = [take(sum.currency, sum), take(to, sum)]
    if (from === null || into === null) continue
    const key = `${keyOf(from)}|${keyOf(into)}`
    const group = groups.get(key) ?? { femtos: 0n, from: fractionOf(from), into: fractionOf(into) }
    group.femtos += sum.femtos
    groups.set(key, group)
  }

  let total = same
  for (const { femtos, from, into } of groups.values())
    total += divideHalfAway(femtos * from.numerator * into.denominator, from.denominator * into.numerator)
  return {
    femtos: missing.size > 0 ? null : total,
    rates: [...used.values()].sort(
      (a, b) =>
        compareText(a.currency, b.currency) ||
        compareText(a.day, b.day) ||
        compareText(a.connectionId ?? '', b.connectionId ?? ''),
    ),
    missing: [...missing]
      .sort(([a], [b]) => compareText(a, b))
      .flatMap(([currency, days]) => rangesOf([...days].sort()).map((range) => ({ currency, ...range }))),
  }
}

const fractionOf = (rate: UsedRate | 'rouble'): Fraction => (rate === 'rouble' ? ROUBLE : perUnit(rate))

const keyOf = (rate: UsedRate | 'rouble'): string =>
  rate === 'rouble'
    ? ''
    : `${rate.currency} ${rate.source} ${rate.day} ${rate.nominal} ${rate.value} ${rate.connectionId ?? ''}`

/** Days that follow one another as one range. */
function rangesOf(days: readonly Day[]): { from: Day; to: Day }[] {
  const ranges: { from: Day; to: Day }[] = []
  for (const day of days) {
    const last = ranges.at(-1)
    if (last && addDays(last.to, 1) === day) last.to = day
    else ranges.push({ from: day, to: day })
  }
  return ranges
}
