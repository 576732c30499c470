import { and, eq, sql } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { resources } from '../schema/inventory.ts'
import { resourceNotes } from '../schema/judgements.ts'
import { type Judge, ownResources } from './own-resources.ts'

export function addNote(
  db: WritableDb,
  { workspaceId, userId, atMs }: Judge,
  ids: readonly number[],
  text: string,
): void {
  db.run(sql`insert into ${resourceNotes} (resource_id, text, user_id, at_ms)
    select ${resources.id}, ${text}, ${userId}, ${atMs} from ${ownResources(workspaceId, ids)}`)
}

export function removeNote(db: WritableDb, of: { resourceId: number; noteId: number }): void {
  db.delete(resourceNotes)
    .where(and(eq(resourceNotes.id, of.noteId), eq(resourceNotes.resourceId, of.resourceId)))
    .run()
}
