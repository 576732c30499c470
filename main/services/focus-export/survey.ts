import type { FocusLine } from '#main/core/focus/focus-line.ts'

/** What has to be known of all lines before the first is written, and what they come to. */
export type Survey = {
  lines: number
  /** By currency: the four costs together tell whether the ledger has changed in between. */
  sums: Map<string, bigint>
  /** Columns that FOCUS does not know. */
  customs: Set<string>
}

export const emptySurvey = (): Survey => ({ lines: 0, sums: new Map(), customs: new Set() })

export function count(survey: Survey, line: FocusLine): void {
  const { key, billed, effective, list, contracted } = line
  survey.lines += 1
  const costs = billed + 3n * effective + 7n * list + 13n * contracted
  survey.sums.set(key.currency, (survey.sums.get(key.currency) ?? 0n) + costs)
}

export function noteCustoms(survey: Survey, extra: Record<string, string>): void {
  for (const name of Object.keys(extra)) survey.customs.add(name)
}

export const isSame = (one: Survey, other: Survey): boolean =>
  one.lines === other.lines &&
  one.sums.size === other.sums.size &&
  [...one.sums].every(([currency, sum]) => other.sums.get(currency) === sum)
