import type { SuggestionView } from '#shared/contract/allocation.ts'

/** The least and the most that a slider asks for, in hundredths. */
export const LEAST = 50
export const MOST = 100
export const USUAL = 80

/** A confidence in whole hundredths, never above what it is: 0.8999 is not 90. */
export const hundredths = (confidence: number): number => Math.floor(confidence * 100 + 1e-9)

export const idsFrom = (items: readonly SuggestionView[], least: number): ReadonlySet<string> =>
  new Set(items.filter(({ confidence }) => hundredths(confidence) >= least).map(({ id }) => id))

/** What is ticked and still there, in the order of the list. */
export const tickedOf = (items: readonly SuggestionView[], ticked: ReadonlySet<string>): SuggestionView[] =>
  items.filter(({ id }) => ticked.has(id))
