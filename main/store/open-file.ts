import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/errors/app-error.ts'
import { isSound } from './backup.ts'
import { listBackupFiles } from './backup-files.ts'
import type { Connect, Connection } from './connection.ts'
import { corrupt, type Place } from './errors.ts'
import { bytesOf, canWrite, makePrivateFile } from './files.ts'
import { type MigrationContext, type MigrationPlan, planMigrations, runMigrations } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { setJournal, setPragmas } from './pragmas.ts'
import type { BackupFile } from './store.ts'
import { closeWhole, copyDatabase, putInPlace } from './swap.ts'

type Request = {
  connect: Connect
  known: readonly Migration[]
  context: MigrationContext
  draft: string
  backUp(connection: Connection): BackupFile
}

/** The store's file, checked and of this version. Nothing is written to it before it is known to be ours and sound. */
export function openFile(request: Request): Connection {
  const { connect, known, context } = request
  const { place } = context
  makeOrCheckFile(place)
  const connection = connect(place.path)
  try {
    setPragmas(connection)
    checkSound(connection, place, 'quick')
    const plan = planMigrations(connection, known, place)
    setJournal(connection)
    bringUp(connection, plan, request)
    return connection
  } catch (error) {
    if (connection.open) connection.close()
    throw error
  }
}

function makeOrCheckFile(place: Place): void {
  // No file, or an empty one, where backups tell of data is a loss, not a first start.
  if (bytesOf(place.path) === 0 && listBackupFiles(place.backups).length > 0) throw corrupt(place)
  if (!existsSync(place.path)) makePrivateFile(place.path)
  else if (!canWrite(place.path)) throw new AppError('store.readOnly', { path: place.path })
}

export function checkSound(connection: Connection, place: Place, depth: 'quick' | 'full'): void {
  try {
    if (isSound(connection, depth)) return
  } catch (error) {
    // Damage in the description of the tables comes as a plain error and not as a verdict.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR')
      throw corrupt(place, { cause: error })
    throw error
  }
  throw corrupt(place)
}

function bringUp(connection: Connection, plan: MigrationPlan, request: Request): void {
  const { known, context, draft, backUp } = request
  const { place, log } = context
  const backup = plan.isFresh || plan.pending.length === 0 ? null : backUp(connection)
  try {
    runMigrations(connection, plan.pending, context)
  } catch (error) {
    // The failed one has left nothing; those before it have, and the program of yesterday would not know them.
    if (backup && planMigrations(connection, known, place).pending.length < plan.pending.length) {
      closeWhole(connection, place.path)
      copyDatabase(join(place.backups, backup.id), draft)
      putInPlace(draft, place.path)
      log.write('warn', 'store.migrationUndone', { backup: backup.id })
    }
    throw error
  }
}
