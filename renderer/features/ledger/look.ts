import { create } from 'zustand'
import { readLocal, writeLocal } from '#renderer/state/local-storage.ts'
import { type ColumnId, defaultColumns, isColumn } from './columns.ts'

const KEY = 'ledger.columns'

function readColumns(): readonly ColumnId[] {
  const stored = readLocal(KEY)?.split(',').filter(isColumn)
  return stored && stored.length > 0 ? stored : defaultColumns
}

/** Which columns this person likes to see. It stays with the computer and says nothing about the data. */
export const useColumns = create<{ columns: readonly ColumnId[] }>()(() => ({ columns: readColumns() }))

export function setColumns(columns: readonly ColumnId[]): void {
  writeLocal(KEY, columns.join(','))
  useColumns.setState({ columns })
}
