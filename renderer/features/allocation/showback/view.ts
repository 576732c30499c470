import type { ShowbackRow } from '#shared/contract/allocation.ts'
import type { CostCondition } from '#shared/contract/costs.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'

/** What a report is made by. */
export type ShowbackBy = { tagId: string } | { hierarchyId: string }

export const sortColumns = ['name', 'direct', 'shared', 'remainder', 'total', 'change', 'resources'] as const
export type SortColumn = (typeof sortColumns)[number]
export type Sort = { by: SortColumn; isDescending: boolean }

/** A row in its place, with whether there is anything beneath it. */
export type TreeRow = { row: ShowbackRow; hasChildren: boolean; isOpen: boolean }

const NOBODY = '\u0000'
export const keyOf = ({ key }: ShowbackRow): string => key ?? NOBODY

/** Rows in the order in which they stand under each other; what is folded away is left out, what nobody has comes last. */
export function treeOf(
  rows: readonly ShowbackRow[],
  folded: ReadonlySet<string>,
  sort: Sort,
  locale: string,
): TreeRow[] {
  const known = new Set(rows.map(keyOf))
  const parentOf = ({ parentKey }: ShowbackRow): string | null =>
    parentKey !== null && known.has(parentKey) ? parentKey : null
  const children = Map.groupBy(rows, parentOf)
  const compare = comparison(sort, new Intl.Collator(locale, { numeric: true }))
  const under = (parent: string | null): TreeRow[] =>
    (children.get(parent) ?? []).toSorted(compare).flatMap((row) => {
      const key = keyOf(row)
      const hasChildren = children.has(key)
      const isOpen = hasChildren && !folded.has(key)
      return [{ row, hasChildren, isOpen }, ...(isOpen ? under(key) : [])]
    })
  return under(null)
}

export const parentsOf = (rows: readonly ShowbackRow[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ parentKey }) => (parentKey === null ? [] : [parentKey])))

function comparison({ by, isDescending }: Sort, names: Intl.Collator) {
  const sign = isDescending ? -1 : 1
  return (a: ShowbackRow, b: ShowbackRow): number => {
    if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1
    if (by === 'name') return sign * names.compare(a.label ?? '', b.label ?? '')
    const [first, second] = [figureOf(a, by), figureOf(b, by)]
    if (first === second) return names.compare(a.label ?? '', b.label ?? '')
    return sign * (first < second ? -1 : 1)
  }
}

function figureOf(row: ShowbackRow, by: Exclude<SortColumn, 'name'>): bigint {
  if (by === 'resources') return BigInt(row.resources)
  if (by === 'change') return femtos(row.total) - femtos(row.before ?? '0')
  return femtos(row[by])
}

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n

/** What of the costs a row is about; null where nothing can be asked about it (the tree itself has no place for it). */
export function conditionOf(by: ShowbackBy, { key, depth }: ShowbackRow): CostCondition {
  if ('tagId' in by) {
    const dimension = `virtual:${by.tagId}` as const
    return key === null ? { dimension, op: 'empty', values: [] } : { dimension, op: 'is', values: [key] }
  }
  const dimension = `level:${by.hierarchyId}:${key === null ? 0 : depth}` as const
  return key === null ? { dimension, op: 'empty', values: [] } : { dimension, op: 'is', values: [key] }
}

/** `tag:<id>` or `hierarchy:<id>` as the address has it. */
export const byText = (by: ShowbackBy): string =>
  'tagId' in by ? `tag:${by.tagId}` : `hierarchy:${by.hierarchyId}`
