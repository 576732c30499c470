import type { ActDocument, DocumentLine } from '#main/core/acts/document.ts'
import { percentOf, rateOf, readVatRate, vatOn, vatWithin } from '#main/core/acts/vat-rate.ts'
import type { VatRate } from '#shared/contract/acts.ts'
import { isTotalWord } from '../table/total-word.ts'
import { columnsOf, type SheetColumns } from './sheet-columns.ts'
import { cellSum, headingIn, rateWords, sideIn } from './sheet-words.ts'
import { numberIn } from './upd.ts'

type Rows = readonly (readonly string[])[]
/** What the foot of the table says. */
type Foot = { total: bigint | null; vat: bigint | null; rate: VatRate | null }

const VAT_ROW = /ндс|налог/iu

/** A printed act in a workbook: the heading above, a table of lines, the totals under it. Null: it is none. */
export function readSheetAct(rows: Rows): ActDocument | null {
  const at = rows.findIndex((cells) => columnsOf(cells) !== null)
  const columns = columnsOf(rows[at] ?? [])
  const texts = rows.map((cells) =>
    cells
      .filter((cell) => cell !== '')
      .join(' ')
      .trim(),
  )
  const heading = texts.map(headingIn).find((found) => found !== null)
  if (!columns || !heading) return null
  const under = rows.slice(at + 1)
  const end = under.findIndex((cells) => isFoot(cells))
  const body = (end < 0 ? under : under.slice(0, end)).filter((cells) => !isNumbering(cells))
  const foot = footOf(end < 0 ? [] : under.slice(end))
  const lines = linesOf(body, columns, foot)
  if (lines.length === 0) return null

  const sum = (of: 'without' | 'vat' | 'total'): bigint => lines.reduce((all, line) => all + line[of], 0n)
  const total = foot.total ?? sum('total')
  const vat = foot.vat ?? sum('vat')
  const without = total - vat
  const side = (which: 'supplier' | 'buyer') =>
    texts.map((text) => sideIn(text, which)).find((found) => found !== null) ?? null
  const buyer = side('buyer')
  return {
    ...heading,
    supplier: side('supplier') ?? { name: '', inn: null, kpp: null },
    buyer: buyer && { name: buyer.name, inn: buyer.inn },
    currency: 'RUB',
    lines,
    without,
    rate: rateOf(lines, { without, vat }),
    vat,
    total,
    period: null,
    corrects: null,
    words: texts.filter((_, index) => index !== at),
  }
}

const firstText = (cells: readonly string[]): string => cells.find((cell) => cell.trim() !== '') ?? ''

const isFoot = (cells: readonly string[]): boolean =>
  isTotalWord(firstText(cells)) ||
  (VAT_ROW.test(firstText(cells)) && cells.some((cell) => cellSum(cell) !== null))

/** A row of "1 2 3 4" under the head. */
const isNumbering = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length > 2 && filled.every((cell, at) => cell === String(at + 1))
}

function footOf(rows: Rows): Foot {
  const foot: Foot = { total: null, vat: null, rate: null }
  for (const cells of rows) {
    const text = firstText(cells)
    const sums = cells.flatMap((cell) => (cell === text ? [] : (cellSum(cell) ?? [])))
    const last = sums.at(-1)
    if (VAT_ROW.test(text) && !/с\s+(уч[её]том\s+)?(ндс|налогом)/iu.test(text)) {
      foot.rate ??= rateWords(text)
      if (last !== undefined) foot.vat ??= last
    } else if (isTotalWord(text) && last !== undefined) foot.total = last
  }
  return foot
}

function linesOf(rows: Rows, columns: SheetColumns, foot: Foot): DocumentLine[] {
  const cell = (cells: readonly string[], at: number | undefined): string =>
    at === undefined ? '' : (cells[at] ?? '')
  return rows.flatMap((cells): DocumentLine[] => {
    const name = cell(cells, columns.name).trim()
    const read = (column: 'without' | 'vat' | 'total' | 'sum') => cellSum(cell(cells, columns[column]))
    const rate = readVatRate(cell(cells, columns.rate)) ?? foot.rate
    const sums = completed(
      { without: read('without'), vat: read('vat'), total: read('total'), sum: read('sum') },
      rate,
    )
    if (name === '' || !sums) return []
    return [
      {
        name,
        quantity: numberIn(cell(cells, columns.quantity)),
        unit: cell(cells, columns.unit).trim() || null,
        ...sums,
        rate: rate ?? rateOf([], sums),
      },
    ]
  })
}

/** What the columns leave out follows from what they have: a lone sum contains the tax. */
function completed(
  told: { without: bigint | null; vat: bigint | null; total: bigint | null; sum: bigint | null },
  rate: VatRate | null,
): Pick<DocumentLine, 'without' | 'vat' | 'total'> | null {
  const total = told.total ?? (told.without === null ? told.sum : null)
  const percent = rate === null ? 0n : (percentOf(rate) ?? 0n)
  if (told.without !== null) {
    const vat = told.vat ?? (total === null ? vatOn(told.without, percent) : total - told.without)
    return { without: told.without, vat, total: total ?? told.without + vat }
  }
  if (total === null) return null
  const vat = told.vat ?? vatWithin(total, percent)
  return { without: total - vat, vat, total }
}
