import type { CsvCell } from '#main/core/export/csv.ts'
import { refuseRows } from '#main/core/export/row-limits.ts'
import type { Sheet } from '#main/core/export/sheet.ts'
import { tableTexts } from '#main/core/export/table-texts.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'
import type { ExportPlace, ExportsService } from '../exports/exports.service.ts'
import { lineSheet } from './line-sheet.ts'
import { rowSheet } from './row-sheet.ts'
import type { Asked } from './table-shape.ts'
import { writeTable } from './write-table.ts'

const TRIES = 3

type Input = ParsedInput<'explorer.startExport'>

type Parts = {
  exports: Pick<ExportsService, 'start'>
  /** As of now, whenever it is asked for: a file waits for those before it. */
  scopeOf(session: Session): Scope
}

export type TableExportService = ReturnType<typeof createTableExport>

/** Tables of the explorer as files, and the lines beneath them. */
export function createTableExport({ exports, scopeOf }: Parts) {
  return {
    async start(session: Session, input: Input): Promise<{ id: string }> {
      const { format, what } = input
      const scope = scopeOf(session)
      refuseRows(sheetOf(scope, input).size, format)
      const { from, to } = resolveViewPeriod(input.spec.period, scope.today)
      const name = input.title === '' ? tableTexts[input.language].table : input.title
      return exports.start({
        workspaceId: session.workspaceId,
        kind: 'table',
        fileName: `${['InfraZen', plain(name), from, to].join('_')}${what === 'lines' ? '_lines' : ''}.${format}`,
        format,
        version: null,
        write: (place) => write(() => scopeOf(session), input, place),
      })
    },
  }
}

const plain = (name: string): string => name.replace(/[\\/:*?"<>|%\p{C}]/gu, ' ').trim()

type Made = Sheet & { summed?: readonly number[] }

function sheetOf(scope: Scope, { title, spec, format, preset, language, what }: Input): Made {
  const isForPrograms = format === 'csv' && preset === 'machine'
  const asked: Asked = { title, spec, locale: language, isForPrograms }
  return what === 'lines' ? lineSheet(scope, asked) : rowSheet(scope, asked)
}

/** What is written adds up to what was answered: where the ledger has changed meanwhile, it is written anew. */
async function write(scopeNow: () => Scope, input: Input, place: ExportPlace) {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const scope = scopeNow()
    const sheet = sheetOf(scope, input)
    refuseRows(sheet.size, input.format)
    const sums = sheet.summed ? summing(sheet, sheet.summed) : null
    const told = { format: input.format, preset: input.preset, madeAtMs: scope.nowMs }
    const written = await writeTable(sums?.sheet ?? sheet, told, place)
    if (written.lines === sheet.size && (sums?.agree() ?? true)) return { ...written, problem: null }
  }
  throw new Error('the ledger changes faster than it is written out')
}

/** Adds columns up as their rows pass, all units together, and sets them against the sums below. */
function summing(sheet: Sheet, columns: readonly number[]): { sheet: Sheet; agree(): boolean } {
  const sums = new Map(columns.map((at) => [at, 0n]))
  const add = (row: readonly CsvCell[], sign: bigint): void => {
    for (const at of columns) sums.set(at, (sums.get(at) ?? 0n) + sign * femtosOf(row[at] ?? null))
  }
  async function* rows() {
    for await (const slice of sheet.rows) {
      for (const row of slice) add(row, 1n)
      yield slice
    }
  }
  return {
    sheet: { ...sheet, rows: rows() },
    agree() {
      for (const row of sheet.totals ?? []) add(row, -1n)
      return [...sums.values()].every((sum) => sum === 0n)
    },
  }
}

function femtosOf(cell: CsvCell): bigint {
  if (cell === null) return 0n
  if ('amount' in cell) return parseDecimal(cell.amount) ?? 0n
  return 'number' in cell ? (parseDecimal(String(cell.number)) ?? 0n) : 0n
}
