import type { GuessCost } from '#main/ports/guess-cost.ts'

/** 128 MB and about a quarter of a second. */
export const STRONG: GuessCost = { n: 2 ** 17, r: 8, p: 1 }
