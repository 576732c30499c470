import type { SummaryView } from '#shared/contract/imports.ts'

type Day = { day: string; currency: string; lines: number; billed: bigint }

type Facts = {
  summary: Pick<SummaryView, 'reasons' | 'doubts'>
  /** What the parcel tells of the days of one account, and what counts for them now. */
  accounts: readonly { after: readonly Day[]; before: readonly Day[] }[]
  closedMonths: ReadonlySet<string>
}

/** A row that belongs to a table and is no cost: nothing is lost with it. */
export const isNoCost = (reason: string): boolean => reason === 'totalRow' || reason === 'secondHeader'

/**
 * Whether a file may count without a person having looked at it: every row was kept (a total at the foot is none), its
 * total agrees, no closed month changes, and no day becomes less than half of what counted for it.
 */
export function mayCommitAlone({ summary, accounts, closedMonths }: Facts): boolean {
  if (summary.reasons.some(({ reason }) => !isNoCost(reason))) return false
  if (summary.doubts.some(({ code }) => code === 'totalMismatch')) return false
  return accounts.every(({ after, before }) => {
    if (after.some(({ day }) => closedMonths.has(day.slice(0, 7)))) return false
    const now = new Map(after.map((one) => [`${one.day} ${one.currency}`, one]))
    return before.every((one) => {
      const next = now.get(`${one.day} ${one.currency}`)
      return next !== undefined && 2 * next.lines >= one.lines && 2n * next.billed >= one.billed
    })
  })
}
