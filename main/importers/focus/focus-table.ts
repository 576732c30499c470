import type { ImportAnswers, Question } from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { isBlank } from '../detect/amount.ts'
import { readDate } from '../detect/date.ts'
import type { ReadControl } from '../importer.ts'
import type { LineSink } from '../line-sink.ts'
import { Collector } from '../sink/collector.ts'
import { type Cells, toTexts } from '../table/cells.ts'
import { amountIn, type Writing } from '../table/row-values.ts'
import type { Plan } from '../table/source.ts'
import type { GivenPart, Table } from '../table/table.ts'
import { type FocusColumn, figureNames, partOf } from './columns.ts'
import { type FocusHeader, readFocusHeader } from './header.ts'
import { FocusParts } from './parts.ts'
import { QuickRows } from './quick-rows.ts'
import { putFocusRow } from './row.ts'
import { instantText, readInstant } from './values.ts'

const PRICES: readonly FocusColumn[] = [
  'ListUnitPrice',
  'ContractedUnitPrice',
  'PricingCurrencyListUnitPrice',
  'PricingCurrencyContractedUnitPrice',
  'PricingCurrencyEffectiveCost',
]
const DATES: readonly FocusColumn[] = [
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'BillingPeriodStart',
  'BillingPeriodEnd',
]
/** Columns that hold structures by right. */
const STRUCTURES = new Set<FocusColumn>([
  'AllocatedMethodDetails',
  'AllocatedTags',
  'CommitmentProgramEligibilityDetails',
  'ContractApplied',
  'SkuPriceDetails',
  'Tags',
])

const placesOf = (header: FocusHeader, names: readonly FocusColumn[]): number[] =>
  names.flatMap((name) => header.indexOf.get(name) ?? [])

/** What has to be known of a table of FOCUS before its rows are read: how a spreadsheet may have rewritten its values. */
export const focusLook = (header: FocusHeader): Pick<Plan, 'amounts' | 'dates' | 'decimal'> => ({
  amounts: placesOf(header, ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost']),
  dates: placesOf(header, ['ChargePeriodStart', 'ChargePeriodEnd']),
  decimal: '.',
})

const PROVIDERS: readonly FocusColumn[] = [
  'ServiceProviderName',
  'ProviderName',
  'HostProviderName',
  'InvoiceIssuerName',
]

/** Whose charges they are has to be known; a file that lacks the columns is asked about. */
export function focusQuestions({ indexOf }: FocusHeader, answers: ImportAnswers): Question[] {
  const questions: Question[] = []
  if (!indexOf.has('BillingAccountId') && !answers.account) questions.push('account')
  if (!answers.provider && !PROVIDERS.some((name) => indexOf.has(name))) questions.push('provider')
  return questions
}

/** A structure in place of a value makes the row unreadable, and with it every row. */
export function checkNested(header: FocusHeader, table: Table, name: string): void {
  const column = [...header.indexOf].find(
    ([own, index]) => !STRUCTURES.has(own) && table.nested.has(table.header[index] ?? ''),
  )
  if (column) throw new AppError('import.nested', { name, column: table.header[column[1]] ?? column[0] })
}

/** Rows of FOCUS from Parquet, from sheets, and from text that a spreadsheet has saved in its own way. */
export async function feedFocus(
  part: GivenPart,
  table: Table,
  answers: ImportAnswers,
  writing: Writing,
  sink: LineSink,
  control: ReadControl,
  bytesBefore: number,
): Promise<void> {
  const header = readFocusHeader(table.header)
  if (!header) throw new AppError('import.twoHeaders', { name: part.name })
  checkNested(header, table, part.name)
  const parts = new FocusParts(header, answers)
  const mends = new Map<number, (text: string) => string>()
  // What Parquet holds is in a form of its own: nobody has rewritten it.
  const isTyped = table.format === 'parquet'
  for (const index of isTyped ? [] : placesOf(header, [...figureNames, ...PRICES]))
    mends.set(index, mendNumber(writing))
  for (const index of isTyped ? [] : placesOf(header, DATES)) mends.set(index, mendDate(writing))
  const columns = table.header.length
  const isSheet = table.format === 'xlsx'

  const quick = sink instanceof Collector ? new QuickRows(parts, sink) : null
  const mended = new MendedCells(mends)

  await table.read(
    (row, line, raw, isCut) => {
      const at = { fileIndex: part.index, line }
      mended.of(row, isSheet ? columns : row.cells)
      if (isCut) sink.reject({ ...at, text: raw(), reason: 'quotes', column: null, value: null })
      else if (mended.cells !== columns || !quick?.take(mended, line))
        putFocusRow(parts, toTexts(mended), at, raw, sink)
    },
    control,
    bytesBefore,
  )
}

/** A row with its numbers and dates in FOCUS's form. Used again for every row. */
class MendedCells implements Cells {
  cells = 0
  #row: Cells | null = null
  readonly #mends: ReadonlyMap<number, (text: string) => string>

  constructor(mends: ReadonlyMap<number, (text: string) => string>) {
    this.#mends = mends
  }

  of(row: Cells, cells: number): void {
    this.#row = row
    this.cells = cells
  }

  cell(index: number): string {
    const text = this.#row?.cell(index) ?? ''
    const mend = this.#mends.get(index)
    return mend === undefined ? text : mend(text)
  }
}

const mendNumber =
  (writing: Writing) =>
  (text: string): string => {
    if (isBlank(text) || (writing.decimal === '.' && parseDecimal(text) !== null)) return text
    return amountIn(text, writing) ?? text
  }

const mendDate =
  (writing: Writing) =>
  (text: string): string => {
    if (isBlank(text) || !Number.isNaN(readInstant(text))) return text
    const found = readDate(text, writing.dateOrder)
    return found ? instantText(found.ms) : text
  }

export const isQuickFocus = (header: FocusHeader, table: Table, writing: Writing): boolean =>
  table.format === 'csv' &&
  table.isHeaderFirst &&
  writing.decimal === '.' &&
  DATES.every((name) => {
    const index = header.indexOf.get(name)
    return (
      index === undefined ||
      partOf(name) === 'detail' ||
      table.sample.every((row) => isBlank(row.cell(index)) || !Number.isNaN(readInstant(row.cell(index))))
    )
  })
