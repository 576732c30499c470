import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Log } from '#main/ports/ports.ts'
import { backupName, backupsToDrop, DRAFT_END, draftNames, listBackupFiles } from './backup-files.ts'
import type { Connect, Connection } from './connection.ts'
import {
  bytesOf,
  makePrivateFile,
  makePrivateFolder,
  removeDatabase,
  syncFolder,
  syncToDisk,
} from './files.ts'
import type { BackupFile, BackupReason } from './store.ts'

/** All of the file's pages and indexes agree. `quick` leaves out the comparison of indexes with their tables. */
export function isSound(connection: Connection, depth: 'quick' | 'full'): boolean {
  const pragma = depth === 'quick' ? 'quick_check(1)' : 'integrity_check(1)'
  return connection.pragma(pragma, { simple: true }) === 'ok'
}

type Request = { folder: string; atMs: number; reason: BackupReason; connect: Connect; log: Log }

/** Writes a compact copy under a draft name, reads it back whole, and only then gives it its name. */
export function makeBackup(connection: Connection, request: Request): BackupFile {
  const { folder, atMs, reason, connect, log } = request
  makePrivateFolder(folder)
  const path = freePath(folder, atMs, reason)
  const draft = `${path}${DRAFT_END}`
  const before = performance.now()
  try {
    removeDatabase(draft)
    makePrivateFile(draft)
    connection.prepare('VACUUM INTO ?').run(draft)
    verify(connect, draft)
    syncToDisk(draft)
    renameSync(draft, path)
    syncFolder(folder)
  } catch (error) {
    removeDatabase(draft)
    throw error
  }
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  for (const old of backupsToDrop(listBackupFiles(folder))) rmSync(join(folder, old.id), { force: true })
  const file = {
    id: basename(path),
    atMs: Math.floor(atMs / 1000) * 1000,
    bytes: bytesOf(path),
    reason,
  }
  log.write('info', 'store.backedUp', { ...file, ms: Math.round(performance.now() - before) })
  return file
}

/** What a backup that was killed has left. Only the holder of the store may call it: its own drafts lie there too. */
export function removeBackupDrafts(folder: string): void {
  for (const name of draftNames(folder)) rmSync(join(folder, name), { force: true })
}

function verify(connect: Connect, path: string): void {
  const copy = connect(path, { readonly: true, fileMustExist: true })
  try {
    if (!isSound(copy, 'full')) throw new Error('the backup does not read back')
  } finally {
    copy.close()
  }
}

function freePath(folder: string, atMs: number, reason: BackupReason): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, backupName(atMs, reason, number))
    if (!existsSync(path)) return path
  }
}
