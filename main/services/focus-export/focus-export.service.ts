import type { FocusAccount } from '#main/core/focus/key-part.ts'
import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { FocusVersion, LedgerExportView, LedgerFilterInput } from '#shared/contract/ledger.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'
import { createShelf, type ExportRecord } from './shelf.ts'
import { type ExportLine, type Totals, type Written, writeExport } from './write-export.ts'

const PROGRESS_MS = 300
const NO_ACCOUNT: FocusAccount = { name: '', accountRef: '' }

type ExportRun = {
  /** By its name; null where there is only one. */
  organisation: string | null
  filter: LedgerFilterInput
  version: FocusVersion
  format: 'csv' | 'parquet'
  isLatin: boolean
  /** Where to write. */
  path: string
}

type Parts = {
  ports: Ports
  linesOf(workspaceId: string, filter: LedgerFilterInput): Iterable<readonly ExportLine[]>
  totalsOf(workspaceId: string, filter: LedgerFilterInput): Totals
  accountsOf(workspaceId: string): ReadonlyMap<string, FocusAccount>
  /** An organisation by its name; null names the only one. */
  findWorkspace(name: string | null): string | null
  emit(name: EventName, workspaceId: string): void
}

type Writing = Omit<ExportRun, 'organisation'> & {
  id: string
  signal: AbortSignal
  onProgress(lines: number, total: number): void
}

export type FocusExportService = ReturnType<typeof createFocusExport>

/** Writes the ledger out as FOCUS, one export after the other, while everything else goes on. */
export function createFocusExport({ ports, linesOf, totalsOf, accountsOf, findWorkspace, emit }: Parts) {
  const { clock, ids, log, paths, version: product } = ports
  const shelf = createShelf(paths.exportsFolder)
  const inTurn = oneAtATime()
  const running = new Map<string, AbortController>()
  const ready = inTurn(() => shelf.open()).catch((error: unknown) => {
    log.write('warn', 'exports.folderFailed', { cause: String(error) })
  })

  function find(workspaceId: string, id: string): ExportRecord {
    const record = shelf.records.get(id)
    if (record?.workspaceId !== workspaceId) throw new AppError('export.notFound')
    return record
  }

  function change(record: ExportRecord, facts: Partial<ExportRecord>): void {
    Object.assign(record, facts)
    emit('exports.progressed', record.workspaceId)
  }

  async function write(workspaceId: string, task: Writing): Promise<Written> {
    const { id, filter, path, ...rest } = task
    const accounts = accountsOf(workspaceId)
    const written = await writeExport({
      ...rest,
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

  async function run(
    record: ExportRecord,
    how: Pick<ExportRun, 'filter' | 'isLatin'>,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) return end(record, { status: 'cancelled' })
    const { id, workspaceId, version, format } = record
    change(record, { status: 'running' })
    let toldAtMs = performance.now()
    const { lines, bytes, broken } = await write(workspaceId, {
      ...how,
      id,
      version,
      format,
      path: shelf.draftOf(record),
      signal,
      onProgress: (lines, total) => {
        Object.assign(record, { lines, total })
        if (performance.now() - toldAtMs < PROGRESS_MS) return
        toldAtMs = performance.now()
        emit('exports.progressed', workspaceId)
      },
    })
    const rows = [...broken.values()].reduce((most, one) => Math.max(most, one), 0)
    const problem =
      broken.size > 0
        ? { code: 'export.notConformant', details: { rows, rules: [...broken.keys()].join(', ') } }
        : null
    await end(record, { status: 'done', lines, total: lines, bytes, problem })
  }

  /** Nobody is told of a file before it is in its place. */
  async function end(record: ExportRecord, facts: Partial<ExportRecord>): Promise<void> {
    const ended = { ...record, ...facts, finishedAtMs: clock.nowMs() }
    await shelf.keep(ended)
    Object.assign(record, ended)
    await shelf.tidy(record.workspaceId)
    emit('exports.progressed', record.workspaceId)
  }

  /** However an export ends, it is told of; a half of a file is not left behind. */
  async function endBadly(record: ExportRecord, error: unknown, wasCancelled: boolean): Promise<void> {
    const { code, details } = error instanceof AppError ? error : new AppError('export.failed')
    if (!wasCancelled) log.write('error', 'export.failed', { id: record.id, code, cause: String(error) })
    const facts: Partial<ExportRecord> = wasCancelled
      ? { status: 'cancelled' }
      : { status: 'failed', problem: { code, details } }
    try {
      await end(record, facts)
    } catch (cause) {
      // The folder itself refuses: the person still has to learn how it ended.
      log.write('error', 'exports.folderFailed', { cause: String(cause) })
      change(record, { ...facts, finishedAtMs: clock.nowMs() })
    }
  }

  async function stopAll(): Promise<void> {
    for (const stop of running.values()) stop.abort()
    await inTurn(async () => undefined)
  }

  return {
    ready,

    async start({ workspaceId }: Session, input: ParsedInput<'ledger.startExport'>): Promise<{ id: string }> {
      await ready
      const { filter, version, format, isLatin } = input
      const id = ids.next()
      const record: ExportRecord = {
        id,
        workspaceId,
        status: 'waiting',
        fileName: `focus-${version}-${filter.from}-${filter.to}.${format}`,
        format,
        version,
        lines: 0,
        total: 0,
        bytes: 0,
        startedAtMs: clock.nowMs(),
        finishedAtMs: null,
        problem: null,
      }
      const stop = new AbortController()
      shelf.records.set(id, record)
      running.set(id, stop)
      void inTurn(() => run(record, { filter, isLatin }, stop.signal))
        .catch((error: unknown) => endBadly(record, error, stop.signal.aborted))
        .finally(() => running.delete(id))
      return { id }
    },

    async list({ workspaceId }: Session): Promise<{ items: LedgerExportView[] }> {
      await ready
      const own = [...shelf.records.values()].filter((record) => record.workspaceId === workspaceId)
      own.sort((a, b) => b.startedAtMs - a.startedAtMs || (a.id < b.id ? 1 : -1))
      return { items: own.map(({ workspaceId: _, ...view }) => view) }
    },

    cancel({ workspaceId }: Session, id: string): Record<string, never> {
      find(workspaceId, id)
      running.get(id)?.abort()
      return {}
    },

    async remove({ workspaceId }: Session, id: string): Promise<Record<string, never>> {
      await ready
      const record = find(workspaceId, id)
      const stop = running.get(id)
      stop?.abort()
      // Behind whatever still writes it.
      await (stop ? inTurn(() => shelf.drop(record)) : shelf.drop(record))
      emit('exports.progressed', workspaceId)
      return {}
    },

    /** For the terminal. Whoever owns the data folder could read the store by hand: no password is asked. */
    async run({
      organisation,
      ...task
    }: ExportRun): Promise<{ lines: number; bytes: number; broken: number }> {
      const workspaceId = findWorkspace(organisation)
      if (workspaceId === null) throw new AppError('workspace.notFound')
      const { signal } = new AbortController()
      const id = ids.next()
      try {
        const written = await write(workspaceId, { ...task, id, signal, onProgress: () => undefined })
        return { lines: written.lines, bytes: written.bytes, broken: written.broken.size }
      } catch (error) {
        throw error instanceof AppError ? error : new AppError('export.failed', {}, { cause: error })
      }
    },

    /** Before another store takes the place of this one: what is being written would be of both. */
    stopAll,
    recover: async () => undefined,
    close: stopAll,
  }
}

const told = (rules: ReadonlyMap<string, number>): string =>
  [...rules].map(([rule, rows]) => `${rule} ×${rows}`).join(', ')
