import type { DocBlock, DocColumn, DocRow, DocTable, ReportDocument } from '../report/document.ts'

/** Every row of a table beyond that is in the report's files alone: nobody compares line by line by eye. */
const MOST_ROWS = 20_000

const AMOUNT = /^-?\d+(\.\d+)?$/

/** One figure of a report that was made, as it is kept to be compared with others. */
export type KeptFigure = {
  /** The block's number, by which the same report of another month has it too. */
  block: string
  title: string
  /** What the row is called, with the headings above it. */
  name: string
  column: string
  columnTitle: string
  unit: string | null
  value: string
}

export function* figuresOf({ blocks }: Pick<ReportDocument, 'blocks'>): Generator<KeptFigure> {
  let left = MOST_ROWS
  for (const block of blocks) {
    yield* figuresOfBlock(block, left)
    left -= 'table' in block ? Math.min(left, block.table.rowCount) : 0
  }
}

function* figuresOfBlock(block: DocBlock, mostRows: number): Generator<KeptFigure> {
  if (block.kind === 'figures') {
    for (const { figure, label, value, unit } of block.figures)
      if (value !== null && AMOUNT.test(value))
        yield { block: block.id, title: '', name: label, column: figure, columnTitle: '', unit, value }
  }
  if ('table' in block) yield* figuresOfTable(block, mostRows)
}

function* figuresOfTable(
  { id, title, table }: { id: string; title: string; table: DocTable },
  mostRows: number,
): Generator<KeptFigure> {
  const path: string[] = []
  const told = function* (row: DocRow): Generator<KeptFigure> {
    const level = row.level ?? 0
    path.length = Math.min(path.length, level)
    const name = [...path, nameOf(table.columns, row)].filter((part) => part !== '').join(' / ')
    path[level] = nameOf(table.columns, row)
    if (row.role === 'head') return
    for (const [index, column] of table.columns.entries()) {
      const value = row.cells[index] ?? null
      if (value === null || isName(column) || !AMOUNT.test(value)) continue
      const unit = column.kind === 'money' ? (row.unit ?? column.unit) : null
      yield { block: id, title, name, column: column.key, columnTitle: column.title, unit, value }
    }
  }
  if (table.rowCount <= mostRows) for (const row of table.rows()) yield* told(row)
  path.length = 0
  if (table.total) yield* told({ ...table.total, level: 0 })
}

const isName = ({ kind }: DocColumn): boolean => kind === 'text' || kind === 'day'

const nameOf = (columns: readonly DocColumn[], { cells }: DocRow): string =>
  columns.flatMap((column, index) => (isName(column) && cells[index] ? [cells[index]] : [])).join(', ')
