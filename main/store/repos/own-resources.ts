import { type SQL, sql } from 'drizzle-orm'
import { connections, resources } from '../schema/inventory.ts'

/** Who says something of resources, and when. */
export type Judge = { workspaceId: string; userId: string; atMs: number }

/** Of these numbers those that are resources of the organisation, as a FROM clause: one parameter for any number of them. */
export const ownResources = (workspaceId: string, ids: readonly number[]): SQL =>
  sql`${resources} inner join ${connections} on ${connections.id} = ${resources.connectionId}
    where ${resources.workspaceId} = ${workspaceId} and ${connections.erasedAtMs} is null
    and ${resources.id} in (select value from json_each(${JSON.stringify(ids)}))`
