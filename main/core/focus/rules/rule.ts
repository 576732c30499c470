import type { FocusVersion } from '#shared/contract/ledger.ts'
import type { FocusColumnName } from '../columns.ts'

/** What has to be true of a column for a rule to apply: one of `is`, none of `isNot`, or there at all. */
type Term = { column: FocusColumnName } & (
  | { is: readonly string[] }
  | { isNot: readonly string[] }
  | { isNull: boolean }
)

/** All terms of one of the lists. */
export type When = readonly (readonly Term[])[]

export type Must =
  | { kind: 'null' | 'notNull'; column: FocusColumnName }
  | {
      kind: 'format'
      column: FocusColumnName
      format: 'text' | 'number' | 'instant' | 'currency' | 'flatObject' | 'object' | 'unit'
    }
  | { kind: 'oneOf' | 'noneOf'; column: FocusColumnName; values: readonly string[] }
  | { kind: 'notNegative'; column: FocusColumnName }
  | { kind: 'product'; price: FocusColumnName; quantity: FocusColumnName; cost: FocusColumnName }
  | { kind: 'before'; start: FocusColumnName; end: FocusColumnName }
  | { kind: 'equal'; columns: readonly FocusColumnName[] }
  | { kind: 'subcategory' }
  /** All over a file: each value of `column` has one value of `one`. */
  | { kind: 'oneFor'; column: FocusColumnName; one: FocusColumnName }

/** A rule of FOCUS that can be told from the data alone. */
export type FocusRule = {
  /** As the official model numbers it for 1.2; `own-…` where it has no number there. */
  id: string
  level: 'must' | 'should'
  must: Must
  when?: When
  /** Of these versions only; else of all that have its columns. */
  versions?: readonly FocusVersion[]
}

/** The columns that a rule speaks of: it applies to versions that have them all. */
export function columnsOfRule({ must, when }: FocusRule): FocusColumnName[] {
  const named: FocusColumnName[] = (when ?? []).flat().map(({ column }) => column)
  if (must.kind === 'product') return [...named, must.price, must.quantity, must.cost]
  if (must.kind === 'before') return [...named, must.start, must.end]
  if (must.kind === 'equal') return [...named, ...must.columns]
  if (must.kind === 'subcategory') return [...named, 'ServiceCategory', 'ServiceSubcategory']
  if (must.kind === 'oneFor') return [...named, must.column, must.one]
  return [...named, must.column]
}
