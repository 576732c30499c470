import type { ActKind, VatRate } from '#shared/contract/acts.ts'
import type { Day } from '#shared/lib/day.ts'
import { roundFemtos } from '#shared/lib/decimal.ts'
import type { Candidate, CauseLine } from './causes.ts'
import { taxOn, type VatPart } from './ladder.ts'

type Line = { name: string; without: bigint; rate: VatRate; vat: bigint; total: bigint }

/** A document with its sums in the account's currency. */
export type KnownAct = {
  kind: ActKind
  number: string
  day: Day
  without: bigint
  rate: VatRate
  vat: bigint
  total: bigint
  lines: readonly Line[]
}

const CORRECTION = /корректир|перерасч[её]т|доначислен|сторно|возврат|correct|adjust|refund/iu
const GRANT = /грант|промокод|бонус|скидк|grant|credit|promo|discount/iu
const PERCENT = /^\d+$/

/** What the documents themselves say that the detail may not know. */
export function actCandidates(
  acts: readonly KnownAct[],
  vat: readonly VatPart[],
  places: number,
): Candidate[] {
  return [
    ...acts.flatMap((act) => ofLines(act, acts)),
    ...acts.flatMap((act) => otherRates(act, vat, places)),
  ]
}

function ofLines(act: KnownAct, all: readonly KnownAct[]): Candidate[] {
  const lines = act.lines.length > 0 ? act.lines : [wholeOf(act)]
  if (act.kind === 'correction')
    return [candidate(act, 'correction', act.total, lines, { isSure: true, what: 'act' })]
  const isOnly = lines.length === 1 && all.length === 1
  return lines.flatMap((line): Candidate[] => {
    if (CORRECTION.test(line.name))
      return [candidate(act, 'correction', line.total, [line], { isSure: true, what: 'line' })]
    if (line.total < 0n && GRANT.test(line.name))
      return [candidate(act, 'grant', line.total, [line], { isSure: true, what: 'act' })]
    // That sums happen to agree says nothing of a document's only line: it is the document.
    return isOnly ? [] : [candidate(act, 'correction', line.total, [line], { isSure: false, what: 'line' })]
  })
}

const wholeOf = ({ number, without, rate, vat, total }: KnownAct): Line => ({
  ...{ name: number, without, rate, vat, total },
})

function candidate(
  { number, day }: KnownAct,
  kind: 'correction' | 'grant',
  amount: bigint,
  lines: readonly Line[],
  { isSure, what }: { isSure: boolean; what: string },
): Candidate {
  const shown = lines.map((line): CauseLine => ({ day, name: line.name, amount: line.total, note: number }))
  const facts = { what, number, day, name: lines[0]?.name ?? '' }
  return { kind, amount, isSure, facts, lines: shown, linesTotal: shown.length }
}

/** Lines at a rate that no day of the month has. */
function otherRates(act: KnownAct, vat: readonly VatPart[], places: number): Candidate[] {
  const [usual] = vat
  if (!usual) return []
  const rated = act.lines.length > 0 ? act.lines : [wholeOf(act)]
  const known = new Set(vat.map(({ rate }) => rate))
  const wrong = rated.filter(({ rate }) => rate !== 'mixed' && !known.has(rate))
  return [...Map.groupBy(wrong, ({ rate }) => rate)].map(([rate, lines]): Candidate => {
    const should = (base: bigint): bigint =>
      PERCENT.test(usual.rate) ? roundFemtos(taxOn(base, BigInt(usual.rate)), places) : 0n
    const shown = lines.map(
      (line): CauseLine => ({
        ...{ day: act.day, name: line.name, amount: line.vat - should(line.without), note: act.number },
      }),
    )
    const base = lines.reduce((sum, { without }) => sum + without, 0n)
    return {
      kind: 'wrongVat',
      amount: shown.reduce((sum, { amount }) => sum + amount, 0n),
      isSure: true,
      facts: { rate, usual: usual.rate, number: act.number, day: act.day, base: Number(base / 10n ** 13n) },
      lines: shown,
      linesTotal: shown.length,
    }
  })
}
