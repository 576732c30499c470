import type { ReactNode } from 'react'

export type GridColumn = {
  id: string
  label: string
  /** Said by a tooltip over the head. */
  hint?: string
  /** In pixels, as it begins; a person may change it. */
  width: number
  align: 'start' | 'end'
  /** Which way the rows go by it now; null: they could; left out: they cannot. */
  sort?: 'ascending' | 'descending' | null
}

export type GridCell = {
  text: string
  /** What is copied instead: figures whole and without marks of thousands. */
  exact?: string
  tone?: 'good' | 'bad' | 'soft'
  /** A picture, a link or a bar in place of the text, which still is what is read out and sought. */
  content?: ReactNode
  /** How deep it stands in a tree. */
  indent?: number
}

/** Cells in the order of the columns. */
export type GridRow = { key: string; cells: readonly GridCell[] }

export type GridProps = {
  label: string
  columns: readonly GridColumn[]
  count: number
  /** Null: not here yet; a row of its height is drawn in its place. */
  rowAt: (index: number) => GridRow | null
  /** The rows in sight, both ends included. */
  onRange?: (first: number, last: number) => void
  /** All of these, for the clipboard, also those that are not here yet. */
  rowsBetween?: (first: number, last: number) => Promise<readonly GridRow[]>
  /** So many columns stay where they are while the others move sideways. */
  frozen?: number
  /** Stand below the rows, always in sight: totals. */
  foot?: readonly GridRow[]
  onSort?: (columnId: string) => void
  /** Enter, or a double click. */
  onOpen?: (index: number, columnId: string) => void
  /** A letter was typed: whoever has a field to filter by takes it from here. */
  onType?: (text: string) => void
  /** Alt+Left and Backspace: one step back. */
  onBack?: () => void
  isBusy?: boolean
  /** As high as what is left of the page, or so many pixels. */
  height?: 'fill' | number
}
