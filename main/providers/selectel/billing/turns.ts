import type { Each } from '#main/providers/http/each-of.ts'
import type { Row } from './json-rows.ts'

/** What came of a list: how much was found, how much of it could not be read, and how the first of that failed. */
export type Count = { found: number; unreadable: number; first: { path: string; problem: string } | null }

export const newCount = (): Count => ({ found: 0, unreadable: 0, first: null })

export function addUnreadable(count: Count, path: string): void {
  count.unreadable += 1
  count.first ??= { path, problem: 'unreadable' }
}

export function addPage(count: Count, page: Omit<Each<unknown>, 'items'>): void {
  count.unreadable += page.unreadable
  count.first ??= page.first
}

const STEP = 250

/** Goes through many rows, and lets everybody else have a turn in between; a cancelled run ends here. */
export async function inTurns(
  { breathe }: { breathe(): Promise<void> },
  rows: Iterable<Row>,
  each: (row: Row) => void,
): Promise<void> {
  let index = 0
  for (const row of rows) {
    if (index % STEP === 0) await breathe()
    index += 1
    each(row)
  }
}
