import type { Session } from '#main/core/model/session.ts'
import { startReading } from '#main/importers/thread/start.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { ImportProgress } from '#main/queries/imports.query.ts'
import { listNeededFiles } from '#main/queries/imports-recovery.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { noteMappingUse, removeMapping, renameMapping } from '#main/store/repos/mappings.repo.ts'
import { commitParcel, withdrawParcel } from '#main/store/repos/parcel-commit.ts'
import { findParcel, type ParcelRow, updateParcel } from '#main/store/repos/parcels.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { ImportMode, ParcelStatus } from '#shared/contract/imports.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { sizeNow } from './files.ts'
import { createFolderWatch } from './folder.ts'
import { takeIn } from './intake.ts'
import { createQueue } from './queue.ts'
import { clearLeftovers, pauseInterrupted } from './recovery.ts'
import { createRunner } from './runner.ts'
import { removeParcel } from './slices.ts'

type Empty = Record<string, never>

type Parts = {
  store: Store
  ports: Ports
  ledger: Scope['ledger']
  emit(name: EventName, workspaceId: string | null): void
}

export type ImportsService = {
  start(
    session: Session,
    input: ParsedInput<'imports.start'>,
    origin: 'window' | 'terminal',
  ): Promise<CallOutput<'imports.start'>>
  getSample(session: Session, id: number): CallOutput<'imports.getSample'>
  answer(session: Session, input: ParsedInput<'imports.answer'>): Empty
  commit(session: Session, input: ParsedInput<'imports.commit'>): CallOutput<'imports.commit'>
  cancel(session: Session, id: number): Empty
  resume(session: Session, id: number): Empty
  remove(session: Session, id: number): Promise<Empty>
  withdraw(session: Session, id: number): Empty
  updateMapping(session: Session, input: ParsedInput<'imports.updateMapping'>): Empty
  removeMapping(session: Session, id: number): Empty
  updateFolder(session: Session, input: ParsedInput<'imports.updateFolder'>): Empty
  /** Null when it is not being read now. */
  progressOf(id: number): ImportProgress | null
  /** Looks into the folders that are watched. */
  lookIntoFolders(): void
  stopAll(): Promise<void>
  /** Takes out what a copy of the store holds of readings that had not ended. */
  recover(): Promise<void>
  /** Resolves when nothing is read and no folder is looked into. */
  whenIdle(): Promise<void>
  close(): Promise<void>
}

const WEEK_MS = 7 * 86_400_000
/** What can be read again, from the beginning. */
const RESUMABLE: readonly ParcelStatus[] = ['paused', 'cancelled', 'failed']
const ANSWERABLE: readonly ParcelStatus[] = [...RESUMABLE, 'asking', 'ready']

/** Bills from files: read, looked at, committed, taken back. */
export function createImports({ store, ports, ledger, emit }: Parts): ImportsService {
  const { clock, log, inbox } = ports
  const closing = new AbortController()
  const tell = (workspaceId: string): void => emit('imports.progressed', workspaceId)

  function recover(): Promise<void> {
    pauseInterrupted(store)
    return clearLeftovers(store, log, closing.signal).catch((error: unknown) =>
      log.write('error', 'import.leftoversStay', { message: String(error) }),
    )
  }
  let cleared = recover()
  const needed = listNeededFiles(store.read)
  inbox.sweep(WEEK_MS, (path) => needed.has(path))

  const queue = createQueue({
    run: (job) =>
      createRunner({ store, ports, startReading, cleared, onReady: (parcel) => folder.onReady(parcel) })(job),
    tell,
  })
  const read = (parcelId: number, workspaceId: string) => queue.add({ parcelId, workspaceId })

  function own({ workspaceId }: Pick<Session, 'workspaceId'>, id: number): ParcelRow {
    const parcel = findParcel(store.read, workspaceId, id)
    if (!parcel) throw new AppError('import.notFound')
    return parcel
  }

  function readAgain(parcel: ParcelRow, patch: Pick<Partial<ParcelRow>, 'reading'>): Empty {
    const files = parcel.files.map((file) => ({ ...file, bytes: sizeNow(file.path, file.bytes) }))
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    store.transaction((db) =>
      updateParcel(db, parcel.id, { ...patch, files, bytes, status: 'waiting', problem: null }),
    )
    read(parcel.id, parcel.workspaceId)
    return {}
  }

  /** In one transaction: the figures of before, or those of after. */
  function commit(parcel: ParcelRow, mode: ImportMode): CallOutput<'imports.commit'> {
    if (parcel.status !== 'ready') throw new AppError('import.notReady')
    const atMs = clock.nowMs()
    const result = store.transaction((db) => {
      const mappingId = parcel.reading?.view?.mappingId ?? null
      if (mappingId !== null) noteMappingUse(db, mappingId, atMs)
      return commitParcel(db, parcel.id, { mode, atMs })
    })
    for (const { path } of parcel.files) inbox.remove(path)
    log.write('info', 'import.committed', { parcelId: parcel.id, mode, ...result })
    return result
  }

  const folder = createFolderWatch({
    store,
    ports,
    ledger,
    read,
    tell,
    commit: (parcel) => {
      commit(parcel, 'replace')
      tell(parcel.workspaceId)
      emit('data.changed', parcel.workspaceId)
    },
  })

  async function remove(parcel: ParcelRow): Promise<void> {
    if (parcel.status === 'committed') throw new AppError('import.notReady')
    if (queue.has(parcel.id)) throw new AppError('import.busy')
    await cleared
    await removeParcel(store, parcel.id)
    for (const { path } of parcel.files) inbox.remove(path)
  }

  return {
    async start(session, { tokens }, origin) {
      refuseDemo(session)
      const { workspaceId, userId } = session
      const given = [...new Set(tokens)].map((token) => [token, inbox.find(token)] as const)
      const files = given.flatMap(([, file]) => file ?? [])
      // All of them or none: half a delivery would be read as a whole one.
      if (files.length < given.length) throw new AppError('import.noFile')
      const whose = { workspaceId, userId, origin, atMs: clock.nowMs() } as const
      const ids = await takeIn(store, files, whose)
      for (const [token] of given) inbox.take(token)
      for (const id of ids) read(id, workspaceId)
      return { ids }
    },

    getSample(session, id) {
      const sample = own(session, id).reading?.sample
      if (!sample) throw new AppError('import.notReady')
      return sample
    },

    answer(session, { id, answers }) {
      const parcel = own(session, id)
      if (queue.has(id)) throw new AppError('import.busy')
      if (!ANSWERABLE.includes(parcel.status)) throw new AppError('import.notReady')
      const { view = null, sample = null, answers: before = {} } = parcel.reading ?? {}
      return readAgain(parcel, { reading: { view, sample, answers: { ...before, ...answers } } })
    },

    commit: (session, { id, mode }) => commit(own(session, id), mode),

    cancel(session, id) {
      own(session, id)
      queue.cancel(id)
      return {}
    },

    resume(session, id) {
      const parcel = own(session, id)
      if (queue.has(id)) throw new AppError('import.busy')
      if (!RESUMABLE.includes(parcel.status)) throw new AppError('import.notReady')
      return readAgain(parcel, {})
    },

    async remove(session, id) {
      await remove(own(session, id))
      return {}
    },

    withdraw(session, id) {
      const parcel = own(session, id)
      if (parcel.status !== 'committed') throw new AppError('import.notCommitted')
      store.transaction((db) => withdrawParcel(db, id, clock.nowMs()))
      return {}
    },

    updateMapping({ workspaceId }, { id, name }) {
      if (!store.transaction((db) => renameMapping(db, { workspaceId, id }, name)))
        throw new AppError('import.mappingNotFound')
      return {}
    },

    removeMapping({ workspaceId }, id) {
      if (!store.transaction((db) => removeMapping(db, { workspaceId, id })))
        throw new AppError('import.mappingNotFound')
      return {}
    },

    updateFolder(session, input) {
      refuseDemo(session)
      folder.update(session, input)
      return {}
    },

    progressOf: queue.progressOf,
    lookIntoFolders: folder.look,
    stopAll: () => queue.stopAll(new AppError('import.interrupted')),
    recover() {
      cleared = recover()
      return cleared
    },
    async whenIdle() {
      await cleared
      await folder.whenIdle()
      await queue.whenIdle()
    },
    async close() {
      closing.abort()
      await folder.whenIdle()
      await queue.stopAll(new AppError('import.interrupted'))
      await cleared
    },
  }
}

function refuseDemo({ isDemo }: Session): void {
  if (isDemo) throw new AppError('import.demo')
}
