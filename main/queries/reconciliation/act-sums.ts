import type { ConvertedSum } from '#main/core/rates/convert.ts'
import { perUnit } from '#main/core/rates/rate.ts'
import type { KnownAct } from '#main/core/reconciliation/act-candidates.ts'
import { compareText } from '#main/core/rules/exact.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, lastOfMonth } from '#shared/lib/day.ts'
import { divideHalfAway, parseDecimal, roundFemtos } from '#shared/lib/decimal.ts'
import type { ActWithLines } from '../acts.query.ts'
import { convertSums } from '../converted.ts'
import { readRateChoice } from '../rates-choice.ts'
import type { Scope } from '../scope.ts'

/** Documents of a month together, in the account's currency. */
export type ActSums = {
  ids: string[]
  numbers: string[]
  day: Day
  without: bigint
  vat: bigint
  total: bigint
  paid: bigint
}

/** What an amount of the documents is in the account's currency: at the rates that reports use, and at the documents' own. */
export type Exchange = {
  from: Currency
  used: { up: bigint; down: bigint }
  own: { up: bigint; down: bigint; nominal: number; value: string } | null
}

type Of = {
  connectionId: string
  month: string
  currency: Currency
  foreign: Currency
  sums: readonly ConvertedSum[]
}

/** Days weigh by what was charged on them, as they do in every report; null where a rate is missing. */
export function exchangeOf(
  scope: Scope,
  { connectionId, month, currency, foreign, sums }: Of,
): Exchange | null {
  const last = lastOfMonth(`${month}-01` as Day)
  const total = sums.reduce((sum, { femtos }) => sum + femtos, 0n)
  const asked = total > 0n ? sums : [{ day: last, connectionId, currency, femtos: 10n ** 15n }]
  const turned = parseDecimal(convertSums(scope, asked, foreign).billed?.amount ?? '')
  const choice = readRateChoice(scope, { from: `${month}-01` as Day, to: last })
  // The rate of a document is told in roubles.
  const act = foreign === 'RUB' ? choice.bookOf(month).actRate(connectionId, month, currency) : null
  const own = act && { nominal: act.nominal, value: act.value, ...turnedRound(perUnit(act)) }
  if (turned) return { from: foreign, used: { up: total > 0n ? total : 10n ** 15n, down: turned }, own }
  return own ? { from: foreign, used: own, own } : null
}

const turnedRound = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }) => ({
  up: denominator,
  down: numerator,
})

export const exchanged = (femtos: bigint, { up, down }: Exchange['used'], places: number): bigint =>
  roundFemtos(divideHalfAway(femtos * up, down), places)

export function knownAct(act: ActWithLines, exchange: Exchange | null, places: number): KnownAct {
  const into = (text: string): bigint => {
    const femtos = parseDecimal(text) ?? 0n
    return exchange && exchange.from === act.currency ? exchanged(femtos, exchange.used, places) : femtos
  }
  const { kind, number, day, rate, lines } = act
  return {
    ...{ kind, number, day, rate },
    ...{ without: into(act.without), vat: into(act.vat), total: into(act.total) },
    lines: lines.map((line) => ({
      ...{ name: line.name, rate: line.rate },
      ...{ without: into(line.without), vat: into(line.vat), total: into(line.total) },
    })),
  }
}

/** Summed up first and turned once, so that two documents round no more than one. */
export function sumUp(
  acts: readonly ActWithLines[],
  known: readonly KnownAct[],
  { exchange, places }: { exchange: Exchange | null; places: number },
): ActSums {
  const sum = (of: (act: ActWithLines) => string): bigint => {
    let [own, foreign] = [0n, 0n]
    for (const act of acts) {
      const femtos = parseDecimal(of(act)) ?? 0n
      if (exchange && act.currency === exchange.from) foreign += femtos
      else own += femtos
    }
    return own + (exchange ? exchanged(foreign, exchange.used, places) : 0n)
  }
  const days = known.map(({ day }) => day).sort(compareText)
  const [vat, total] = [sum(({ vat }) => vat), sum(({ total }) => total)]
  return {
    ids: acts.map(({ id }) => id),
    numbers: acts.map(({ number }) => number),
    day: days.at(-1) as Day,
    without: total - vat,
    ...{ vat, total },
    paid: sum(({ paid }) => paid),
  }
}
