import { AppError } from '#shared/errors/app-error.ts'
import { isSound } from './backup.ts'
import type { Connect } from './connection.ts'
import { named } from './errors.ts'
import { removeDatabase } from './files.ts'
import { type MigrationContext, planMigrations, runMigrations } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { setPragmas } from './pragmas.ts'
import { copyDatabase } from './swap.ts'

type Candidate = {
  from: string
  draft: string
  connect: Connect
  known: readonly Migration[]
  context: MigrationContext
}

/**
 * Makes a copy of a backup that is checked whole and brought to this version, ready to take the store's place.
 * Whatever is wrong with it comes out here, before anything of the present store is touched.
 */
export function prepareCandidate({ from, draft, connect, known, context }: Candidate): void {
  try {
    copyDatabase(from, draft)
    const copy = connect(draft, { fileMustExist: true })
    try {
      setPragmas(copy)
      if (!isSound(copy, 'full')) throw new AppError('backup.damaged')
      // One file, with no log beside it that a rename would leave behind.
      copy.pragma('journal_mode = DELETE')
      const { isFresh, pending } = planMigrations(copy, known, context.place)
      if (isFresh) throw new AppError('backup.damaged')
      runMigrations(copy, pending, context)
    } finally {
      copy.close()
    }
  } catch (error) {
    removeDatabase(draft)
    throw asBackupError(named(error, context.place), error)
  }
}

/** Damage means the backup's here, not the store's. */
function asBackupError(error: unknown, cause: unknown): unknown {
  if (!(error instanceof AppError)) return new AppError('backup.damaged', {}, { cause })
  const isDamage = error.code === 'store.corrupt' || error.code === 'store.migrationFailed'
  return isDamage ? new AppError('backup.damaged', {}, { cause }) : error
}
