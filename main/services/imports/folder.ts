import { mayCommitAlone } from '#main/core/rules/commit-alone.ts'
import { groupDeliveries, isPart } from '#main/importers/manifest/group-deliveries.ts'
import type { Ports } from '#main/ports/ports.ts'
import { countingNow, readClosedMonths, readDaysOf } from '#main/queries/import-differences.ts'
import { listLacking, listWatched } from '#main/queries/imports-settings.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ParcelRow } from '#main/store/repos/parcels.repo.ts'
import {
  forgetTaken,
  noteLook,
  noteTaken,
  putFolder,
  readTaken,
  removeFolder,
} from '#main/store/repos/watched.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Found, listFolder, realFolder } from './folder-files.ts'
import { takeIn, takeRefused } from './intake.ts'
import { removeParcel } from './slices.ts'

type Parts = {
  store: Store
  ports: Ports
  ledger: Scope['ledger']
  read(parcelId: number, workspaceId: string): void
  tell(workspaceId: string): void
  commit(parcel: ParcelRow): void
}

type Watched = ReturnType<typeof listWatched>[number]
type Seen = Map<string, Pick<Found, 'bytes' | 'changedAtMs'>>

/** Takes in what appears in the folders that organisations have named. Whoever named one has given the permission. */
export function createFolderWatch({ store, ports, ledger, read, tell, commit }: Parts) {
  const { clock, log, paths } = ports
  const seen = new Map<string, Seen>()
  let looking: Promise<void> | null = null

  async function lookInto(watched: Watched): Promise<void> {
    const { workspaceId, path } = watched
    let problem: Watched['problem'] = null
    try {
      const found = await listFolder(realFolder(path, paths.dataFolder))
      if (await take(watched, found)) tell(workspaceId)
    } catch (error) {
      const { code, details } = error instanceof AppError ? error : new AppError('import.badFolder', { path })
      log.write('warn', 'import.folder', { code, cause: String((error as Error).cause ?? error) })
      problem = { code, details }
    }
    const look = { lookedAtMs: clock.nowMs(), problem }
    store.transaction((db) => noteLook(db, workspaceId, look), { isLasting: false })
    if (JSON.stringify(problem) !== JSON.stringify(watched.problem)) tell(workspaceId)
  }

  async function take({ workspaceId, userId }: Watched, found: readonly Found[]): Promise<boolean> {
    const taken = new Map(readTaken(store.read, workspaceId).map((file) => [file.path, file]))
    const before = seen.get(workspaceId) ?? new Map()
    seen.set(workspaceId, new Map(found.map((file) => [file.path, file])))
    const fresh = found.filter((file) => !isSame(taken.get(file.path), file))
    // What is still being written looks different the next time.
    const isSettled = (path: string): boolean =>
      fresh.some((file) => file.path === path && isSame(before.get(path), file))
    const whose = { workspaceId, userId, origin: 'folder', atMs: clock.nowMs() } as const
    const note = ({ path, bytes, changedAtMs }: Found, parcelId: number): void =>
      store.transaction((db) => noteTaken(db, { workspaceId, path, bytes, changedAtMs, parcelId }))
    let count = 0
    for (const file of fresh.filter(({ isOutside, path }) => isOutside && isSettled(path))) {
      const problem = { code: 'import.linkOutside', details: { name: file.name } }
      note(file, takeRefused(store, { ...file, isOurs: false }, whose, problem))
      count += 1
    }
    // A delivery that lacked parts when it was read is looked at anew with what has come since.
    const lacking = listLacking(store.read, workspaceId)
    const isLacking = (path: string): boolean => lacking.some(({ paths }) => paths.includes(path))
    const own = found
      .filter((file) => !file.isOutside && (fresh.includes(file) || isLacking(file.path)))
      .map((file) => ({ ...file, isOurs: false }))
    for (const delivery of await groupDeliveries(own)) {
      const news = delivery.filter(({ path }) => !isLacking(path))
      // What is still being written makes the whole of its delivery wait.
      if (news.length === 0 || !news.every(({ path }) => isSettled(path))) continue
      for (const { id, paths } of lacking)
        if (delivery.some(({ path }) => paths.includes(path))) await removeParcel(store, id)
      for (const id of await takeIn(store, delivery, whose)) {
        for (const file of delivery) note(file, id)
        read(id, workspaceId)
        count += 1
      }
    }
    const there = new Set(found.map(({ path }) => path))
    for (const path of taken.keys())
      if (!there.has(path)) store.transaction((db) => forgetTaken(db, { workspaceId, path }))
    return count > 0
  }

  async function lookAll(): Promise<void> {
    for (const watched of listWatched(store.read)) await lookInto(watched)
  }

  function look(): void {
    looking ??= lookAll()
      .catch((error: unknown) => log.write('error', 'import.folderLook', { message: String(error) }))
      .finally(() => {
        looking = null
      })
  }

  return {
    look,
    whenIdle: async (): Promise<void> => {
      await looking
    },

    update(
      { workspaceId, userId }: { workspaceId: string; userId: string },
      { path, isOn }: ParsedInput<'imports.updateFolder'>,
    ): void {
      if (path !== null && isOn) realFolder(path, paths.dataFolder)
      store.transaction((db) => {
        if (path === null) removeFolder(db, workspaceId)
        else putFolder(db, { workspaceId, path, isOn, userId })
      })
      seen.delete(workspaceId)
      if (isOn) look()
    },

    /** What came from a folder counts by itself where nobody has to decide anything. */
    onReady(parcel: ParcelRow): void {
      const { id, workspaceId, origin, summary, reading } = parcel
      if (origin !== 'folder' || !summary || (reading?.view?.questions.length ?? 0) > 0) return
      // A part without its manifest would stand for the whole of its days.
      if (parcel.files.some(({ name }) => isPart(name)) && !reading?.view?.hasManifest) return
      const place = { db: store.read, ledger, workspaceId }
      const after = readDaysOf(store.read, id)
      const before = Map.groupBy(countingNow(place, after), ({ connectionId }) => connectionId)
      const accounts = [...Map.groupBy(after, ({ connectionId }) => connectionId)].map(([account, days]) => ({
        after: days,
        before: before.get(account) ?? [],
      }))
      if (mayCommitAlone({ summary, accounts, closedMonths: readClosedMonths(place) })) commit(parcel)
    },
  }
}

const isSame = (
  one: Pick<Found, 'bytes' | 'changedAtMs'> | undefined,
  other: Pick<Found, 'bytes' | 'changedAtMs'>,
): boolean => one?.bytes === other.bytes && one.changedAtMs === other.changedAtMs
