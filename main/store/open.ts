import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Ports } from '#main/ports/ports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { makeBackup, removeBackupDrafts } from './backup.ts'
import { backupPath, listBackupFiles } from './backup-files.ts'
import { createChanges } from './changes.ts'
import type { Connection } from './connection.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { connect } from './driver.ts'
import { guard, named } from './errors.ts'
import { bytesOf, removeDatabase } from './files.ts'
import { createGuardedClient } from './guarded-client.ts'
import { holdStore } from './hold.ts'
import { type Migration, migrations } from './migrations.ts'
import { openFile } from './open-file.ts'
import { createPresence } from './presence.ts'
import { prepareCandidate } from './restore.ts'
import type { BackupReason, Store } from './store.ts'
import { closeWhole, putInPlace } from './swap.ts'
import { createTransaction } from './transaction.ts'
import { verifyAll } from './verify.ts'

/** Opens the store, alone: checked, backed up where it must change, brought to this version. */
export async function openStore(ports: Ports, known: readonly Migration[] = migrations): Promise<Store> {
  const { paths, clock, log } = ports
  const { place, draft, release } = holdStore(ports)
  const { path } = place

  const context = () => ({ nowMs: clock.nowMs(), place, log })
  const backUp = (live: Connection, reason: BackupReason) =>
    makeBackup(live, { folder: paths.backupsFolder, atMs: clock.nowMs(), reason, connect, log })

  const presence = createPresence(place)
  let connection: Connection | null = null
  const current = (): Connection => {
    if (!connection) throw new AppError('store.closed')
    return connection
  }

  const changes = createChanges(current)

  function start(): Connection {
    removeDatabase(draft)
    removeBackupDrafts(paths.backupsFolder)
    const live = openFile({
      connect,
      known,
      context: context(),
      draft,
      backUp: (before) => backUp(before, 'beforeMigration'),
    })
    presence.remember()
    return live
  }

  try {
    connection = guard(place, start)
  } catch (error) {
    release()
    throw error
  }

  const handle = (mode: 'read' | 'write') =>
    drizzle({
      // Drizzle needs `prepare` alone: transactions are the store's own.
      client: createGuardedClient({
        current,
        place,
        log,
        mode,
        note: changes.note,
      }) as unknown as Database.Database,
    })
  const read = handle('read') as unknown as ReadableDb
  const write = handle('write') as unknown as WritableDb

  function refuseInside(): void {
    if (current().inTransaction) throw new Error('not inside a transaction')
  }

  return {
    read,
    sqliteVersion: String(current().prepare('SELECT sqlite_version() AS v').raw(true).get()),
    transaction: createTransaction({ current, db: write, place, changes, check: presence.check }),
    revision: changes.revision,

    /** Goes on when the file is gone: the open connection still has its data, and this is how they are saved. */
    async backup(reason) {
      refuseInside()
      return guard(place, () => backUp(current(), reason))
    },

    listBackups: () => guard(place, () => listBackupFiles(paths.backupsFolder)),

    verify: () => guard(place, () => verifyAll(current(), place, connect)),

    async restore(id) {
      refuseInside()
      guard(place, presence.check)
      const from = guard(place, () => backupPath(paths.backupsFolder, id))
      if (!from) throw new AppError('backup.notFound')
      prepareCandidate({ from, draft, connect, known, context: context() })
      guard(place, () => {
        const live = current()
        backUp(live, 'beforeRestore')
        try {
          connection = null
          closeWhole(live, path)
          putInPlace(draft, path)
          log.write('info', 'store.restored', { id })
        } finally {
          connection = start()
          changes.replaceAll()
        }
      })
    },

    fileBytes: () => bytesOf(path) + bytesOf(`${path}-wal`),

    close() {
      if (!connection) return
      const live = connection
      connection = null
      try {
        live.pragma('optimize')
        live.close()
      } catch (error) {
        log.write('warn', 'store.closeFailed', { message: String(named(error, place)) })
      } finally {
        release()
      }
    },
  }
}
