import { copyFile, mkdir, stat } from 'node:fs/promises'
import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { LedgerExportView } from '#shared/contract/ledger.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'
import { createShelf, type ExportRecord } from './shelf.ts'

const PROGRESS_MS = 300

type Parts = { ports: Ports; emit(name: EventName, workspaceId: string): void }

/** Where to write, and how to tell how far it is. */
export type ExportPlace = {
  id: string
  path: string
  signal: AbortSignal
  onProgress(lines: number, total: number): void
}

type ExportTask = Pick<ExportRecord, 'workspaceId' | 'kind' | 'fileName' | 'format' | 'version'> & {
  write(place: ExportPlace): Promise<Pick<ExportRecord, 'lines' | 'bytes' | 'problem'>>
}

type Placed = Pick<ExportRecord, 'workspaceId' | 'kind' | 'fileName' | 'format'> & { source: string }

export type ExportsService = ReturnType<typeof createExports>

/** Files on their way out, one after the other, while everything else goes on. */
export function createExports({ ports, emit }: Parts) {
  const { clock, ids, log, paths } = ports
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

  async function run(record: ExportRecord, write: ExportTask['write'], signal: AbortSignal): Promise<void> {
    if (signal.aborted) return end(record, { status: 'cancelled' })
    const { id, workspaceId } = record
    change(record, { status: 'running' })
    let toldAtMs = performance.now()
    const written = await write({
      id,
      signal,
      path: shelf.draftOf(record),
      onProgress: (lines, total) => {
        Object.assign(record, { lines, total })
        if (performance.now() - toldAtMs < PROGRESS_MS) return
        toldAtMs = performance.now()
        emit('exports.progressed', workspaceId)
      },
    })
    await end(record, { ...written, status: 'done', total: written.lines })
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

    async start({ write, ...facts }: ExportTask): Promise<{ id: string }> {
      await ready
      const id = ids.next()
      const record: ExportRecord = {
        ...facts,
        id,
        status: 'waiting',
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
      void inTurn(() => run(record, write, stop.signal))
        .catch((error: unknown) => endBadly(record, error, stop.signal.aborted))
        .finally(() => running.delete(id))
      return { id }
    },

    /** A copy of a file that is whole already; it is there when this resolves. */
    async add({ source, ...facts }: Placed): Promise<{ id: string }> {
      await ready
      const atMs = clock.nowMs()
      const record: ExportRecord = {
        ...facts,
        id: ids.next(),
        status: 'done',
        version: null,
        lines: 0,
        total: 0,
        bytes: (await stat(source)).size,
        startedAtMs: atMs,
        finishedAtMs: atMs,
        problem: null,
      }
      await mkdir(paths.exportsFolder, { recursive: true, mode: 0o700 })
      await copyFile(source, shelf.draftOf(record))
      await shelf.keep(record)
      shelf.records.set(record.id, record)
      await shelf.tidy(record.workspaceId)
      return { id: record.id }
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

    /** Before another store takes the place of this one: what is being written would be of both. */
    stopAll,
    recover: async () => undefined,
    close: stopAll,
  }
}
