import { and, eq } from 'drizzle-orm'
import type { ReadableDb, WritableDb } from '../db.ts'
import { watchedFiles, watchedFolders } from '../schema/ledger.ts'

type Folder = { workspaceId: string; path: string; isOn: boolean; userId: string | null }
type Look = Pick<typeof watchedFolders.$inferInsert, 'lookedAtMs' | 'problem'>
type WatchedFile = typeof watchedFiles.$inferInsert

/** Another path is another folder: what was taken out of the one before does not matter any more. */
export function putFolder(db: WritableDb, { workspaceId, ...folder }: Folder): void {
  const before = db.select().from(watchedFolders).where(eq(watchedFolders.workspaceId, workspaceId)).get()
  if (before?.path !== folder.path) removeFolder(db, workspaceId)
  db.insert(watchedFolders)
    .values({ workspaceId, ...folder })
    .onConflictDoUpdate({ target: watchedFolders.workspaceId, set: { ...folder, problem: null } })
    .run()
}

export function removeFolder(db: WritableDb, workspaceId: string): void {
  db.delete(watchedFolders).where(eq(watchedFolders.workspaceId, workspaceId)).run()
}

export function noteLook(db: WritableDb, workspaceId: string, look: Look): void {
  db.update(watchedFolders).set(look).where(eq(watchedFolders.workspaceId, workspaceId)).run()
}

export const readTaken = (db: ReadableDb, workspaceId: string): WatchedFile[] =>
  db.select().from(watchedFiles).where(eq(watchedFiles.workspaceId, workspaceId)).all()

export function noteTaken(db: WritableDb, file: WatchedFile): void {
  const { bytes, changedAtMs, parcelId } = file
  db.insert(watchedFiles)
    .values(file)
    .onConflictDoUpdate({
      target: [watchedFiles.workspaceId, watchedFiles.path],
      set: { bytes, changedAtMs, parcelId },
    })
    .run()
}

/** What lies there no more; back again, it is taken again. */
export function forgetTaken(
  db: WritableDb,
  { workspaceId, path }: { workspaceId: string; path: string },
): void {
  db.delete(watchedFiles)
    .where(and(eq(watchedFiles.workspaceId, workspaceId), eq(watchedFiles.path, path)))
    .run()
}
