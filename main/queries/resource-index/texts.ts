import { and, between, eq, sql } from 'drizzle-orm'
import { resources } from '#main/store/schema/inventory.ts'
import { finish } from '../background.ts'
import type { Scope } from '../scope.ts'
import { foldText } from '../search.ts'
import type { Base } from './read-base.ts'

const PAGE = 4000
type Rows = Pick<Base, 'ids' | 'size'> & { rowOf(id: number): number }

export const readTexts = (scope: Scope, rows: Rows): string[] =>
  finish(textSteps(scope, rows, Number.MAX_SAFE_INTEGER))

/** Name, number and address of each row, folded: what nearly every row has to itself. */
export function* textSteps(
  { db, workspaceId }: Scope,
  { ids, size, rowOf }: Rows,
  page = PAGE,
): Generator<void, string[]> {
  const texts = new Array<string>(size).fill('')
  for (let from = 0; from < size; from += page) {
    if (from > 0) yield
    const [first = 0, final = 0] = [ids[from], ids[Math.min(from + page, size) - 1]]
    const rows = db.values<[id: number, text: string]>(sql`
      select ${resources.id}, ${resources.name} || char(10) || ${resources.externalId} || char(10) ||
        coalesce(${resources.attributes} ->> '$.address', '')
      from ${resources}
      where ${and(eq(resources.workspaceId, workspaceId), between(resources.id, first, final))}`)
    for (const [id, text] of rows) {
      const row = rowOf(id)
      if (row >= 0) texts[row] = foldText(text)
    }
  }
  return texts
}
