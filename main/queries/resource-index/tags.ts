import { between, sql } from 'drizzle-orm'
import { compareText } from '#main/core/rules/exact.ts'
import { resourceTags } from '#main/store/schema/inventory.ts'
import { finish } from '../background.ts'
import type { Scope } from '../scope.ts'
import type { Base } from './read-base.ts'
import { createNumbering } from './text-column.ts'

/** Several values a row: those of row `n` stand from `starts[n]` up to `starts[n + 1]`. */
export type TagColumn = {
  starts: Uint32Array
  codes: Uint32Array
  /** The code of each row's first tag by key, 0 where it has none. */
  firsts: Uint32Array
  /** By code, as a list shows them; `keys` without the value. */
  labels: readonly string[]
  keys: readonly string[]
}

const SPLIT = '\u001F'

const PAGE = 4000
type Rows = Pick<Base, 'ids' | 'size'>
type TagRow = [id: number, isManual: number, tag: string]

export const readTags = (scope: Scope, rows: Rows): TagColumn =>
  finish(tagSteps(scope, rows, Number.MAX_SAFE_INTEGER))

/** A tag set by hand stands before the provider's of the same key. */
export function* tagSteps(scope: Scope, { ids, size }: Rows, page = PAGE): Generator<void, TagColumn> {
  const numbering = createNumbering()
  const keys: string[] = ['']
  const starts = new Uint32Array(size + 1)
  const codes: number[] = []
  let [row, last] = [0, -1]
  let byHand: Set<string> | null = null
  for (let from = 0; from < size; from += page) {
    if (from > 0) yield
    const [first = 0, final = 0] = [ids[from], ids[Math.min(from + page, size) - 1]]
    for (const [id, isManual, tag] of readRows(scope, first, final)) {
      if (id !== last) byHand = null
      last = id
      // Both stand in order of their numbers: what is passed over has no tags, or belongs to somebody else.
      while ((ids[row] ?? id) < id) starts[++row] = codes.length
      if (ids[row] !== id) continue
      const code = numbering.codeOf(tag)
      keys[code] ??= tag.slice(0, tag.indexOf(SPLIT))
      const key = keys[code] ?? ''
      if (isManual === 1) byHand = (byHand ?? new Set()).add(key)
      else if (byHand?.has(key)) continue
      codes.push(code)
    }
  }
  while (row < size) starts[++row] = codes.length
  const firsts = firstsOf(starts, codes, keys)
  return { starts, codes: Uint32Array.from(codes), firsts, keys, labels: numbering.values.map(labelOf) }
}

function firstsOf(starts: Uint32Array, codes: readonly number[], keys: readonly string[]): Uint32Array {
  const firsts = new Uint32Array(starts.length - 1)
  for (let row = 0; row < firsts.length; row += 1) {
    let first = 0
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const code = codes[at] ?? 0
      if (first === 0 || compareText(keys[code] ?? '', keys[first] ?? '') < 0) first = code
    }
    firsts[row] = first
  }
  return firsts
}

/** By number alone: a join would cost more than passing over what another organisation has in between. */
const readRows = ({ db }: Scope, first: number, final: number): TagRow[] =>
  db.values<TagRow>(sql`
    select ${resourceTags.resourceId}, ${resourceTags.source} = 'manual',
      ${resourceTags.key} || ${SPLIT} || ${resourceTags.value}
    from ${resourceTags} where ${between(resourceTags.resourceId, first, final)}
    order by ${resourceTags.resourceId}, ${resourceTags.source}`)

function labelOf(tag: string): string {
  const [key = '', value = ''] = tag.split(SPLIT, 2)
  return tagText({ key, value })
}

export const tagText = ({ key, value }: { key: string; value: string }): string =>
  value === '' ? key : `${key}: ${value}`
