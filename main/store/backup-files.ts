import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOf } from './files.ts'
import type { BackupFile, BackupReason } from './store.ts'

/** Automatic copies beyond this many are dropped, oldest first. Copies that a person made are never dropped. */
const AUTOMATIC_KEPT = 10

const NAME =
  /^infrazen-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(manual|beforeMigration|beforeRestore)(?:-(\d+))?\.sqlite$/

/** Ends the name of a copy that is not finished. */
export const DRAFT_END = '.part'

export function backupName(atMs: number, reason: BackupReason, number: number): string {
  const stamp = new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '-')
  return `infrazen-${stamp}Z-${reason}${number > 1 ? `-${number}` : ''}.sqlite`
}

function parseName(name: string): { atMs: number; reason: BackupReason; number: number } | null {
  const match = NAME.exec(name)
  if (!match) return null
  const [, day, hours, minutes, seconds, reason, number = '1'] = match
  const atMs = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`)
  return Number.isNaN(atMs) ? null : { atMs, reason: reason as BackupReason, number: Number(number) }
}

const isPlainFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** Newest first. Files of other names, folders and links are not backups. */
export function listBackupFiles(folder: string): BackupFile[] {
  return namesIn(folder)
    .flatMap((id) => {
      const parsed = parseName(id)
      return parsed && isPlainFile(join(folder, id)) ? [{ id, ...parsed }] : []
    })
    .sort((a, b) => b.atMs - a.atMs || b.number - a.number)
    .map(({ id, atMs, reason }) => ({ id, atMs, bytes: bytesOf(join(folder, id)), reason }))
}

/** The path of a backup, or null for anything that is not the plain name of one in the folder. */
export function backupPath(folder: string, id: string): string | null {
  const path = join(folder, id)
  return parseName(id) && isPlainFile(path) ? path : null
}

export function backupsToDrop(files: readonly BackupFile[]): BackupFile[] {
  return files.filter((file) => file.reason !== 'manual').slice(AUTOMATIC_KEPT)
}

export const draftNames = (folder: string): string[] =>
  namesIn(folder).filter((name) => name.startsWith('infrazen-') && name.includes(`.sqlite${DRAFT_END}`))

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
