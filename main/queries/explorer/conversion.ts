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
  to: Currency
  /** Currencies that every rate is there for. */
  converted: ReadonlySet<Currency>
  missing: Currency[]
  /**
   * Questions that are asked apart, as an account is multiplied by one thing at a time: one for all where each account
   * bills in one currency, else one for each currency.
   */
  layers: readonly { currencies: readonly Currency[] | null; rates: Factors }[]
  view: Omit<ConvertedView, 'billed'>
}

/**
 * Rates as factors of the ledger's question. What the rule makes of a day is asked once for each day and account that
 * has lines; a currency that lacks one rate is left as it is, on all days. Null where there is nothing to convert.
 */
export function conversionTo(
  scope: Scope,
  to: Currency,
  asked: Pick<LedgerQuestion, 'workspaceId' | 'filter' | 'metric'>,
  ranges: readonly DayRange[],
): Conversion | null {
  const sums = ranges.flatMap((range) => sumsByDay(scope, { ...asked, ...range }))
  const currencies = [...new Set(sums.map(({ currency }) => currency))].sort()
  const foreign = currencies.filter((currency) => currency !== to)
  if (foreign.length === 0) return null
  const days = sums.map(({ day }) => day).sort()
  const choice = readRateChoice(scope, {
    from: days[0] ?? scope.today,
    to: days.at(-1) ?? scope.today,
    currencies: [...foreign, to],
  })
  const { billed: _, ...view } = convertSums(scope, sums, to)
  const bySource = Map.groupBy(sums, ({ currency }) => currency)
  const rates = new Map<Currency, Factors>()
  for (const currency of foreign) {
    const own = factorsOf(bySource.get(currency) ?? [], to, choice)
    if (own) rates.set(currency, own)
  }
  return {
    to,
    converted: new Set(rates.keys()),
    missing: foreign.filter((currency) => !rates.has(currency)),
    layers: layersOf(sums, currencies, rates),
    view,
  }
}

function layersOf(
  sums: readonly ConvertedSum[],
  currencies: readonly Currency[],
  rates: ReadonlyMap<Currency, Factors>,
): Conversion['layers'] {
  const pairs = new Map(
    sums.map(({ connectionId, currency }) => [`${connectionId} ${currency}`, connectionId]),
  )
  const isOneEach = new Set(pairs.values()).size === pairs.size
  if (isOneEach) return [{ currencies: null, rates: new Map([...rates.values()].flatMap((own) => [...own])) }]
  const left = currencies.filter((currency) => !rates.has(currency))
  return [
    ...(left.length > 0 ? [{ currencies: left, rates: new Map() }] : []),
    ...[...rates].map(([currency, own]) => ({ currencies: [currency], rates: own })),
  ]
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
function sumsByDay({ ledger }: Scope, span: Omit<LedgerQuestion, 'groupBy'>): ConvertedSum[] {
  return ledger
    .aggregate({ ...span, groupBy: ['day', 'connection'] })
    .map(({ keys: [day, connectionId], currency, femtos }) => ({
      day: day as Day,
      connectionId: connectionId ?? '',
      currency,
      femtos,
    }))
}
