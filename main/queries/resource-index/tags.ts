import { eq, sql } from 'drizzle-orm'
import { resources, resourceTags } from '#main/store/schema/inventory.ts'
import type { Scope } from '../scope.ts'
import { createNumbering } from './text-column.ts'

/** Several values a row: those of row `n` stand from `starts[n]` up to `starts[n + 1]`. */
export type TagColumn = {
  starts: Uint32Array
  codes: Uint32Array
  /** By code, as a list shows them; `keys` without the value. */
  labels: readonly string[]
  keys: readonly string[]
}

const SPLIT = '\u001F'

/** A tag set by hand stands before the provider's of the same key. */
export function readTags({ db, workspaceId }: Scope, size: number, rowOf: (id: number) => number): TagColumn {
  const rows = db.values<[id: number, isManual: number, tag: string]>(sql`
    select ${resourceTags.resourceId}, ${resourceTags.source} = 'manual',
      ${resourceTags.key} || ${SPLIT} || ${resourceTags.value}
    from ${resourceTags} inner join ${resources} on ${resources.id} = ${resourceTags.resourceId}
    where ${eq(resources.workspaceId, workspaceId)}
    order by ${resourceTags.resourceId}, ${resourceTags.source}`)
  const numbering = createNumbering()
  const keys: string[] = ['']
  const starts = new Uint32Array(size + 1)
  const codes = new Uint32Array(rows.length)
  let [at, row, last] = [0, 0, -1]
  let byHand: Set<string> | null = null
  for (const [id, isManual, tag] of rows) {
    if (id !== last) {
      last = id
      byHand = null
    }
    const of = rowOf(id)
    if (of < 0) continue
    while (row < of) starts[++row] = at
    const code = numbering.codeOf(tag)
    keys[code] ??= tag.slice(0, tag.indexOf(SPLIT))
    const key = keys[code] ?? ''
    if (isManual === 1) byHand = (byHand ?? new Set()).add(key)
    else if (byHand?.has(key)) continue
    codes[at++] = code
  }
  while (row < size) starts[++row] = at
  return { starts, codes: codes.subarray(0, at), keys, labels: numbering.values.map(labelOf) }
}

function labelOf(tag: string): string {
  const [key = '', value = ''] = tag.split(SPLIT, 2)
  return tagText({ key, value })
}

export const tagText = ({ key, value }: { key: string; value: string }): string =>
  value === '' ? key : `${key}: ${value}`
