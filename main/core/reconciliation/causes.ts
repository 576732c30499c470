import type { CauseKind } from '#shared/contract/reconciliation.ts'
import type { Day } from '#shared/lib/day.ts'
import { absolute, compareExact } from '../rules/exact.ts'

export type CauseLine = { day: Day | null; name: string; amount: bigint; note: string | null }
type Facts = Record<string, string | number>

export type Cause = {
  kind: CauseKind
  amount: bigint
  facts: Facts
  lines: CauseLine[]
  linesTotal: number
}

/** Something that may be behind a difference. `isSure`: a document or the ledger says so, it is no mere coincidence of sums. */
export type Candidate = Cause & {
  isSure: boolean
  /** Of those that tell of the same money only one counts. */
  group?: string
}

type Split = {
  difference: bigint
  candidates: readonly Candidate[]
  /** So much the rounding of single lines can make at most. */
  roundingLimit: bigint
  roundedLines: number
  /** Days of the month that nothing is known of; `expected`: what they would cost, null where there is nothing to tell by. */
  missing: { days: readonly Day[]; expected: bigint | null } | null
}

const MOST_SURE = 8
const MOST_UNSURE = 40
const MOST_LINES = 200
/** Missing days that cost more than this many times what the other days do are not the whole story. */
const TIMES_EXPECTED = 2n

/**
 * A difference in parts that add up to it exactly. What documents and the ledger say themselves is tried in every
 * combination; a mere coincidence of sums counts only where it closes the difference; then missing days, then rounding.
 */
export function splitDifference({ difference, ...of }: Split): Cause[] {
  if (difference === 0n) return []
  const chosen = bestOf(difference, of.candidates, of.roundingLimit)
  const causes = merged(chosen)
  let rest = difference - sumOf(chosen)
  if (rest === 0n) return causes
  if (absolute(rest) <= of.roundingLimit)
    return [...causes, plain('rounding', rest, { lines: of.roundedLines })]
  const missing = of.missing ? missingPart(rest, of.missing) : null
  if (missing) causes.push(missing)
  rest -= missing?.amount ?? 0n
  return rest === 0n ? causes : [...causes, plain('unexplained', rest, {})]
}

/**
 * Half of the smallest unit for each line that was rounded by itself. With a tax a line is rounded twice, its sum and its
 * tax, and the tax is taken of the sum that was rounded.
 */
export function roundingLimitOf(lines: number, places: number, percent: bigint | null): bigint {
  const half = (BigInt(lines) * 10n ** BigInt(15 - places)) / 2n
  return percent === null ? half : (half * (200n + percent)) / 100n
}

const plain = (kind: CauseKind, amount: bigint, facts: Facts): Cause => ({
  ...{ kind, amount, facts },
  lines: [],
  linesTotal: 0,
})

const sumOf = (some: readonly { amount: bigint }[]): bigint => some.reduce((sum, one) => sum + one.amount, 0n)

const bySize = (a: Candidate, b: Candidate): number => compareExact(absolute(b.amount), absolute(a.amount))

function bestOf(difference: bigint, candidates: readonly Candidate[], limit: bigint): Candidate[] {
  const told = candidates.filter(({ amount }) => amount !== 0n)
  const sure = told
    .filter(({ isSure }) => isSure)
    .sort(bySize)
    .slice(0, MOST_SURE)
  const unsure = told.filter(({ isSure }) => !isSure).slice(0, MOST_UNSURE)
  const sets = subsetsOf(sure)
  const best = sets.reduce((a, b) => (isCloser(difference, b, a) ? b : a), [])
  if (absolute(difference - sumOf(best)) <= limit) return best
  const closing = unsure
    .flatMap((one) => sets.filter(isFree(one)).map((set) => [...set, one]))
    .filter((set) => absolute(difference - sumOf(set)) <= limit)
  const [first = best, ...others] = closing
  return others.reduce((a, b) => (isCloser(difference, b, a) ? b : a), first)
}

/** What leaves less unexplained is better; of equals the shorter story. */
function isCloser(difference: bigint, one: readonly Candidate[], than: readonly Candidate[]): boolean {
  const order = compareExact(absolute(difference - sumOf(one)), absolute(difference - sumOf(than)))
  return order < 0 || (order === 0 && one.length < than.length)
}

function subsetsOf(all: readonly Candidate[]): Candidate[][] {
  const sets: Candidate[][] = [[]]
  for (const one of all) for (const set of sets.filter(isFree(one))) sets.push([...set, one])
  return sets
}

const isFree =
  ({ group }: Candidate) =>
  (set: readonly Candidate[]): boolean =>
    group === undefined || set.every((other) => other.group !== group)

/** One cause of each kind, with the lines of all. */
function merged(chosen: readonly Candidate[]): Cause[] {
  return [...Map.groupBy(chosen, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    amount: sumOf(own),
    facts: Object.assign({}, ...own.map(({ facts }) => facts).reverse(), { count: own.length }),
    lines: own.flatMap(({ lines }) => lines).slice(0, MOST_LINES),
    linesTotal: own.reduce((total, one) => total + one.linesTotal, 0),
  }))
}

function missingPart(rest: bigint, { days, expected }: NonNullable<Split['missing']>): Cause | null {
  const [first] = days
  const last = days.at(-1)
  // Days that are missing from the detail can only make it smaller.
  if (!first || !last || rest < 0n) return null
  const most = expected === null ? rest : expected * TIMES_EXPECTED
  const amount = rest <= most ? rest : (expected ?? 0n)
  if (amount <= 0n) return null
  const lines = days.slice(0, MOST_LINES).map((day) => ({ day, name: '', amount: 0n, note: null }))
  return {
    ...{ kind: 'missingFile', amount, facts: { days: days.length, from: first, to: last } },
    lines,
    linesTotal: days.length,
  }
}
