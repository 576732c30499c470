import type { OutcomeColumn } from '#main/core/allocation/outcome.ts'
import type { Day } from '#shared/lib/day.ts'
import type { KeySet } from './key-set.ts'

/**
 * Attributes of costs that are worked out and not read: virtual tags. The ledger asks for them by key and by stretch of
 * days within which every answer is the same; it does not know what a rule is.
 */
export type WorkedColumns = {
  /**
   * The first days, in order, of the stretches that [from, to] falls into for this virtual tag; the first is `from` or
   * before it. Every stretch lies within one month where the tag looks at costs, and may be years long where it does not.
   */
  stretches(of: { workspaceId: string; id: string; from: Day; to: Day }): Day[]
  /** Every call with the same keys and stretch returns the same object until something that it was made from changes. */
  column(of: { workspaceId: string; id: string; stretch: Day; keys: KeySet }): OutcomeColumn
  /** Another number whenever columns of the tag may have changed: its rules, what they look at. Null: no such tag. */
  version(of: { workspaceId: string; id: string }): number | null
}

/** Where nobody has made a virtual tag. */
export const noWorkedColumns: WorkedColumns = {
  stretches: ({ from }) => [from],
  column: ({ keys }) => ({ outcomes: [], places: new Int32Array(keys.size) }),
  version: () => null,
}
