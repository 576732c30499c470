import { eq } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { workspaces } from '#main/store/schema/people.ts'

export const readWorkspace = (db: ReadableDb, id: string) =>
  db
    .select({
      name: workspaces.name,
      kind: workspaces.kind,
      currency: workspaces.currency,
      timeZone: workspaces.timeZone,
    })
    .from(workspaces)
    .where(eq(workspaces.id, id))
    .get() ?? null
