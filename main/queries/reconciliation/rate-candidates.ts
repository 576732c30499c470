import { perUnit } from '#main/core/rates/rate.ts'
import type { Candidate } from '#main/core/reconciliation/causes.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal, roundFemtos } from '#shared/lib/decimal.ts'
import { readRateChoice } from '../rates-choice.ts'
import type { Scope } from '../scope.ts'
import { exchanged } from './act-sums.ts'
import { type Figures, placesOf } from './figures.ts'

/** A document in roubles, made out at another rate than reports turn the detail at. */
export function rateCandidates(scope: Scope, figures: Figures): Candidate[] {
  const { exchange, acts, currency, month } = figures
  if (!exchange) return []
  const total = acts
    .filter((act) => act.currency === exchange.from)
    .reduce((sum, act) => sum + (parseDecimal(act.total) ?? 0n), 0n)
  const places = placesOf(figures)
  const at = (rate: { up: bigint; down: bigint }): bigint => exchanged(total, rate, places)
  const usedRate = formatDecimal(roundFemtos((exchange.used.down * 10n ** 15n) / exchange.used.up, 4))
  const make = (
    rate: { up: bigint; down: bigint },
    facts: Candidate['facts'],
    isSure: boolean,
  ): Candidate => ({
    ...{ kind: 'currencyRate', amount: at(exchange.used) - at(rate), isSure },
    facts: { currency, from: exchange.from, used: usedRate, ...facts },
    lines: [],
    linesTotal: 0,
  })
  if (exchange.own)
    return [
      make(exchange.own, { what: 'act', rate: exchange.own.value, nominal: exchange.own.nominal }, true),
    ]
  if (exchange.from !== 'RUB') return []
  // Nobody has said the document's rate: those of likely days, where one of them closes the difference.
  const last = lastOfMonth(`${month}-01` as Day)
  const days = [...new Set([last, ...acts.map(({ day }) => day)])].sort()
  const book = readRateChoice(scope, { from: `${month}-01` as Day, to: days.at(-1) ?? last }).bookOf(month)
  return days.flatMap((day): Candidate[] => {
    const rate = book.rateOn(currency, day)
    if (!rate) return []
    const { numerator, denominator } = perUnit(rate)
    return [
      make(
        { up: denominator, down: numerator },
        { what: 'day', rate: rate.value, nominal: rate.nominal, day },
        false,
      ),
    ]
  })
}
