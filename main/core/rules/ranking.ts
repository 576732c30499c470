import { absolute, compareExact, compareText } from './exact.ts'

/** An amount now and the one it is compared with, in one currency. */
export type Compared = { key: string; femtos: bigint; before: bigint }

export const changeOf = (entry: Compared): bigint => entry.femtos - entry.before

/** Joins two sets of amounts by key; what is missing on one side was nothing. */
export function joinCompared(
  now: ReadonlyMap<string, bigint>,
  before: ReadonlyMap<string, bigint>,
): Compared[] {
  const keys = new Set([...now.keys(), ...before.keys()])
  return [...keys].map((key) => ({ key, femtos: now.get(key) ?? 0n, before: before.get(key) ?? 0n }))
}

/** Largest amounts first, and the rest as one figure: items and rest together are the total, to the last digit. */
export function topSpenders(
  entries: readonly Compared[],
  limit: number,
): { items: Compared[]; rest: bigint } {
  const ranked = entries
    .filter((entry) => entry.femtos !== 0n)
    .sort((a, b) => compareExact(b.femtos, a.femtos) || compareText(a.key, b.key))
  const rest = ranked.slice(limit).reduce((total, entry) => total + entry.femtos, 0n)
  return { items: ranked.slice(0, limit), rest }
}

/** Greatest changes first, up or down; what did not change is no mover. */
export const topMovers = (entries: readonly Compared[], limit: number): Compared[] =>
  entries
    .filter((entry) => changeOf(entry) !== 0n)
    .sort((a, b) => compareExact(absolute(changeOf(b)), absolute(changeOf(a))) || compareText(a.key, b.key))
    .slice(0, limit)

export const OTHER_KEY = 'other'

/**
 * The keys worth a colour of their own, largest total first. When more exist than `most`, the others go together under
 * `other`; a group that bears that very key goes there too, so that no key stands twice.
 */
export function leadingKeys(
  totals: ReadonlyMap<string, bigint>,
  most: number,
): { keys: string[]; hasRest: boolean } {
  const ranked = [...totals].sort((a, b) => compareExact(b[1], a[1]) || compareText(a[0], b[0]))
  const keys = ranked.map(([key]) => key)
  if (keys.length <= most) return { keys, hasRest: false }
  return { keys: keys.filter((key) => key !== OTHER_KEY).slice(0, most), hasRest: true }
}
