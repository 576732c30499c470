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
  /** What is copied instead: figures whole, as a plain decimal. */
  exact?: string
  /** What the exact figure is counted in, a currency or another unit: selected figures of one unit are summed up. */
  unit?: string
  tone?: 'good' | 'bad' | 'soft'
  /** A picture, a link or a bar in place of the text, which still is what is read out and sought; no stop for Tab. */
  content?: ReactNode
  /** How deep it stands in a tree. */
  indent?: number
  /** Reads as a link, and one click opens the row as Enter does. */
  opens?: boolean
}

/** Cells in the order of the columns. The same object for as long as it says the same: only changed rows are drawn anew. */
export type GridRow = { key: string; cells: readonly GridCell[] }

export type GridHandle = { goTo(index: number): void; focus(): void }

export type GridProps = {
  label: string
  columns: readonly GridColumn[]
  count: number
  /** Null: not here yet; a row of its height is drawn in its place. */
  rowAt: (index: number) => GridRow | null
  /** The rows in sight, both ends included. */
  onRange?: (first: number, last: number) => void
  /** All of these, for the clipboard and for sums, also those that are not here yet. */
  rowsBetween?: (first: number, last: number) => Promise<readonly GridRow[]>
  /** So many columns stay where they are while the others move sideways. */
  frozen?: number
  /** Stand below the rows, always in sight: totals. */
  foot?: readonly GridRow[]
  onSort?: (columnId: string) => void
  /** Enter, a double click, or one click on a cell that `opens`. */
  onOpen?: (index: number, columnId: string) => void
  /** A letter was typed: whoever has a field to filter by takes it from here. */
  onType?: (text: string) => void
  /** Alt+Left and Backspace: one step back. */
  onBack?: () => void
  /** A person has made a column wider or narrower: whoever keeps that gives it back as the column's width. */
  onWidth?: (columnId: string, width: number) => void
  /** Names what is listed, with its order: another name is another list, which starts at its top. */
  list?: string
  isBusy?: boolean
  /** As high as what is left of the page, or at most so many pixels. */
  height?: 'fill' | number
}
