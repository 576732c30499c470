import { isNegative, metPlaces } from '#main/core/allocation/meets.ts'
import type { Outcome } from '#main/core/allocation/outcome.ts'
import type { LedgerCondition, LedgerWhere } from '#main/ports/ledger.ts'
import { virtualId } from './where.ts'

type Parts = readonly (string | null)[]

/** A share of what falls to a key: what the virtual tags that are grouped by say of it; null: it is not kept. */
export type KeptShare = { parts: Parts | null; weight: bigint }

/** Which virtual tags are asked for, those among them that are grouped by, and what is said of them. */
type SharesAsked = { ids: readonly string[]; grouped: readonly string[]; where: LedgerWhere }

/**
 * What becomes of a cost that each virtual tag has an outcome for: a share of every combination of their parts, of which
 * those are kept that a group of conditions holds for. `held`: by bit the groups whose other conditions hold.
 */
export function sharesOf(
  { ids, grouped, where }: SharesAsked,
  outcomes: readonly Outcome[],
  held: number,
): KeptShare[] {
  const conditions = where.flatMap((group, at) => (held & (1 << at) ? [group.filter(isVirtual)] : []))
  const isKept = (parts: Parts): boolean =>
    where.length === 0 ||
    conditions.some((group) =>
      group.every((condition) => meets(condition, parts[ids.indexOf(virtualId(condition.dimension) ?? '')])),
    )
  const found = new Map<string, KeptShare>()
  for (const { parts, weight } of combinations(outcomes)) {
    const shown = isKept(parts) ? grouped.map((id) => parts[ids.indexOf(id)] ?? null) : null
    const id = JSON.stringify(shown)
    const known = found.get(id)
    found.set(id, { parts: shown, weight: weight + (known?.weight ?? 0n) })
  }
  return [...found.values()]
}

const isVirtual = ({ dimension }: LedgerCondition): boolean => virtualId(dimension) !== null

function meets(condition: LedgerCondition, part: string | null | undefined): boolean {
  const texts = part === null || part === undefined ? [] : [part]
  const isMet = metPlaces({ texts, places: NONE }, condition)[texts.length] === 1
  return isMet !== isNegative(condition.op)
}

const NONE = new Int32Array(0)

function combinations(outcomes: readonly Outcome[]): { parts: Parts; weight: bigint }[] {
  let all: { parts: Parts; weight: bigint }[] = [{ parts: [], weight: 1n }]
  for (const outcome of outcomes)
    all = all.flatMap((before) =>
      outcome.map(({ part, weight }) => ({ parts: [...before.parts, part], weight: before.weight * weight })),
    )
  return all
}
