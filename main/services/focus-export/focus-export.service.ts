import type { FocusAccount } from '#main/core/focus/key-part.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { FocusVersion, LedgerFilterInput } from '#shared/contract/ledger.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { ExportPlace, ExportsService } from '../exports/exports.service.ts'
import { type ExportLine, type Totals, type Written, writeExport } from './write-export.ts'

const NO_ACCOUNT: FocusAccount = { name: '', accountRef: '' }
/** What of FOCUS most tools read. */
const COMMON: FocusVersion = '1.2'

type FocusTask = {
  filter: LedgerFilterInput
  version: FocusVersion
  format: 'csv' | 'parquet'
  isLatin: boolean
}

type ReportPart = Pick<ExportPlace, 'id' | 'path' | 'signal'> & { filter: LedgerFilterInput }

type Parts = {
  ports: Ports
  exports: Pick<ExportsService, 'start'>
  linesOf(workspaceId: string, filter: LedgerFilterInput): Iterable<readonly ExportLine[]>
  totalsOf(workspaceId: string, filter: LedgerFilterInput): Totals
  accountsOf(workspaceId: string): ReadonlyMap<string, FocusAccount>
}

export type FocusExportService = ReturnType<typeof createFocusExport>

/** Writes the ledger out as FOCUS. */
export function createFocusExport({ ports, exports, linesOf, totalsOf, accountsOf }: Parts) {
  const { clock, log, version: product } = ports

  async function write(
    workspaceId: string,
    { filter, ...how }: FocusTask,
    { id, path, signal, onProgress }: ExportPlace,
  ): Promise<Written> {
    const accounts = accountsOf(workspaceId)
    const written = await writeExport({
      ...how,
      signal,
      onProgress,
      draft: path,
      lines: () => linesOf(workspaceId, filter),
      totals: () => totalsOf(workspaceId, filter),
      accountOf: (connectionId) => accounts.get(connectionId) ?? NO_ACCOUNT,
      made: { id, atMs: clock.nowMs(), by: `InfraZen ${product}` },
    })
    if (!written) throw new AppError('export.nothing')
    const { broken, advised } = written
    if (advised.size > 0) log.write('info', 'export.advised', { id, rules: told(advised) })
    if (broken.size > 0) log.write('warn', 'export.notConformant', { id, rules: told(broken) })
    return written
  }

  return {
    start: (
      { workspaceId }: Session,
      { filter, version, format, isLatin }: ParsedInput<'ledger.startExport'>,
    ): Promise<{ id: string }> =>
      exports.start({
        workspaceId,
        kind: 'focus',
        fileName: `focus-${version}-${filter.from}-${filter.to}.${format}`,
        format,
        version,
        async write(place) {
          const task = { filter, version, format, isLatin }
          const { lines, bytes, broken } = await write(workspaceId, task, place)
          return { lines, bytes, problem: problemOf(broken) }
        },
      }),

    /** The part of a report that is for programs. */
    async writeFile(workspaceId: string, task: ReportPart): Promise<void> {
      const { id, path, signal, filter } = task
      const how = { filter, version: COMMON, format: 'csv', isLatin: false } as const
      await write(workspaceId, how, { id, path, signal, onProgress: () => undefined })
    },
  }
}

function problemOf(broken: Written['broken']) {
  if (broken.size === 0) return null
  const rows = [...broken.values()].reduce((most, one) => Math.max(most, one), 0)
  return { code: 'export.notConformant' as const, details: { rows, rules: [...broken.keys()].join(', ') } }
}

const told = (rules: ReadonlyMap<string, number>): string =>
  [...rules].map(([rule, rows]) => `${rule} ×${rows}`).join(', ')
