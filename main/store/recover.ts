import { constants, copyFileSync, existsSync, linkSync } from 'node:fs'
import { join } from 'node:path'
import type { Ports } from '#main/ports/ports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { ErrorCode } from '#shared/errors/codes.ts'
import { listBackupFiles } from './backup-files.ts'
import { connect } from './driver.ts'
import { guard, named } from './errors.ts'
import { beside, bytesOf, removeDatabase, syncFolder, syncToDisk } from './files.ts'
import { holdStore } from './hold.ts'
import { type MigrationContext, planMigrations } from './migrate.ts'
import { type Migration, migrations } from './migrations.ts'
import { checkSound } from './open-file.ts'
import { setJournal, setPragmas } from './pragmas.ts'
import { prepareCandidate } from './restore.ts'
import type { BackupFile } from './store.ts'
import { putInPlace } from './swap.ts'

type Work = { draft: string; known: readonly Migration[]; context: MigrationContext }

/** `keptAs` is where the damaged file lies from now on; null where there was none. */
export type Recovered = { from: BackupFile; keptAs: string | null }

/** What is wrong with one backup and says nothing about the others. */
const unfit: ReadonlySet<ErrorCode> = new Set([
  'backup.damaged',
  'store.newer',
  'store.tampered',
  'store.ioFailed',
])

/**
 * Puts the newest sound backup in the place of a damaged store. The damaged files stay beside it under a name of
 * their own; killed anywhere on the way, it leaves the damaged store or the recovered one under the store's name.
 */
export async function recoverStore(
  ports: Ports,
  known: readonly Migration[] = migrations,
): Promise<Recovered> {
  const { clock, log } = ports
  const { place, draft, release } = holdStore(ports)
  const work: Work = { draft, known, context: { nowMs: clock.nowMs(), place, log } }
  try {
    return guard(place, () => {
      refuseSound(work)
      const from = prepareNewest(work)
      const keptAs = keepAside(place.path, clock.nowMs())
      // The names under which the damaged files stay must outlast those that they lose.
      syncFolder(place.folder)
      putInPlace(draft, place.path)
      log.write('warn', 'store.recovered', { from: from.id, keptAs })
      return { from, keptAs }
    })
  } finally {
    removeDatabase(draft)
    release()
  }
}

/** Looks at a copy: SQLite writes into what it opens, and the damaged files are to be kept as they are. */
function refuseSound({ draft, known, context: { place } }: Work): void {
  removeDatabase(draft)
  if (bytesOf(place.path) === 0) return
  for (const end of ['', '-wal', '-journal']) {
    const file = `${place.path}${end}`
    if (existsSync(file)) copyFileSync(file, `${draft}${end}`, constants.COPYFILE_FICLONE)
  }
  const copy = connect(draft, { fileMustExist: true })
  try {
    setPragmas(copy)
    checkSound(copy, place, 'full')
    planMigrations(copy, known, place)
    setJournal(copy)
  } catch (error) {
    const found = named(error, place)
    if (found instanceof AppError && found.code === 'store.corrupt') return
    throw found
  } finally {
    copy.close()
  }
  throw new AppError('store.sound', { path: place.path })
}

function prepareNewest({ draft, known, context }: Work): BackupFile {
  const { place, log } = context
  for (const file of listBackupFiles(place.backups)) {
    try {
      prepareCandidate({ from: join(place.backups, file.id), draft, connect, known, context })
      return file
    } catch (error) {
      if (!(error instanceof AppError) || !unfit.has(error.code)) throw error
      log.write('warn', 'store.backupUnfit', { id: file.id, code: error.code })
    }
  }
  throw new AppError('store.noSoundBackup', { backups: place.backups })
}

/** Second names for the damaged files, so that the store's own name is at no moment without a file. */
function keepAside(path: string, nowMs: number): string | null {
  // The file itself comes last: where it lies, all that belongs to it lies beside it.
  const ends = [...beside, ''].filter((end) => existsSync(`${path}${end}`))
  if (ends.length === 0) return null
  const keptAs = freeName(path, nowMs)
  try {
    for (const end of ends) keep(`${path}${end}`, `${keptAs}${end}`)
  } catch (error) {
    removeDatabase(keptAs)
    throw error
  }
  return keptAs
}

function keep(path: string, as: string): void {
  try {
    linkSync(path, as)
  } catch {
    // Some disks, such as a memory stick's, know no second names.
    copyFileSync(path, as, constants.COPYFILE_EXCL)
    syncToDisk(as)
  }
}

function freeName(path: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-')
  const taken = (name: string): boolean => ['', ...beside].some((end) => existsSync(`${name}${end}`))
  for (let number = 1; ; number += 1) {
    const name = `${path}.damaged-${stamp}Z${number > 1 ? `-${number}` : ''}`
    if (!taken(name)) return name
  }
}
