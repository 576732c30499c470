import { and, eq } from 'drizzle-orm'
import { connections } from '#main/store/schema/inventory.ts'
import type { Scope } from './scope.ts'

/** Whether the organisation has this account. */
export const ownsConnection = ({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, id: string): boolean =>
  db
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.id, id)))
    .get() !== undefined
