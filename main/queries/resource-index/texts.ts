import { eq, sql } from 'drizzle-orm'
import { resources } from '#main/store/schema/inventory.ts'
import type { Scope } from '../scope.ts'
import { foldText } from '../search.ts'

/** Name, number and address of each row, folded: what nearly every row has to itself. */
export function readTexts({ db, workspaceId }: Scope, size: number, rowOf: (id: number) => number): string[] {
  const rows = db.values<[id: number, text: string]>(sql`
    select ${resources.id}, ${resources.name} || char(10) || ${resources.externalId} || char(10) ||
      coalesce(${resources.attributes} ->> '$.address', '')
    from ${resources} where ${eq(resources.workspaceId, workspaceId)}`)
  const texts = new Array<string>(size).fill('')
  for (const [id, text] of rows) {
    const row = rowOf(id)
    if (row >= 0) texts[row] = foldText(text)
  }
  return texts
}
