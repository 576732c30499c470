import type { Locale } from '#shared/lib/format-money.ts'
import { describeError } from '#shared/texts/errors.ts'

/** The sentence for a problem that an answer carries. */
export const describeProblem = (problem: { code: string; details: object }, locale: Locale): string =>
  describeError(problem as Parameters<typeof describeError>[0], locale).title
