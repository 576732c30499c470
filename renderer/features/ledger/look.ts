import { create } from 'zustand'
import { readLocal, writeLocal } from '#renderer/state/local-storage.ts'
import { type ColumnId, defaultColumns, isColumn } from './columns.ts'

const KEY = 'ledger.columns'
const WIDTHS_KEY = 'ledger.widths'

type Look = { columns: readonly ColumnId[]; widths: Readonly<Record<string, number>> }

function readColumns(): readonly ColumnId[] {
  const stored = readLocal(KEY)?.split(',').filter(isColumn)
  return stored && stored.length > 0 ? stored : defaultColumns
}

/** `BilledCost:140,Tags:300` */
function readWidths(): Look['widths'] {
  const pairs = (readLocal(WIDTHS_KEY) ?? '').split(',').map((pair) => pair.split(':'))
  return Object.fromEntries(
    pairs.flatMap(([id = '', width = '']) => (/^\d{2,3}$/.test(width) ? [[id, Number(width)]] : [])),
  )
}

/** Which columns this person likes to see, and how wide. It stays with the computer and says nothing about the data. */
export const useColumns = create<Look>()(() => ({ columns: readColumns(), widths: readWidths() }))

export function setColumns(columns: readonly ColumnId[]): void {
  writeLocal(KEY, columns.join(','))
  useColumns.setState({ columns })
}

export function setWidth(columnId: string, width: number): void {
  const widths = { ...useColumns.getState().widths, [columnId]: width }
  const pairs = Object.entries(widths).map(([id, each]) => `${id}:${each}`)
  writeLocal(WIDTHS_KEY, pairs.join(','))
  useColumns.setState({ widths })
}
