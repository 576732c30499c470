import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { connections, resources } from '#main/store/schema/inventory.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { exactText } from './figures.ts'
import type { Scope } from './scope.ts'

/** A resource of this organisation, as the provider states it. */
export function findResource({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, id: number) {
  const row = db
    .select({
      resource: resources,
      priceMicros: exactText(resources.priceMicros),
      priceRest: exactText(resources.priceRest),
    })
    .from(resources)
    .innerJoin(connections, eq(connections.id, resources.connectionId))
    .where(and(eq(resources.id, id), eq(resources.workspaceId, workspaceId), isNull(connections.erasedAtMs)))
    .get()
  if (!row) throw new AppError('resource.notFound')
  return row
}

/** How many of these are this organisation's. */
export const countOwn = (
  { db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>,
  ids: readonly number[],
): number =>
  db
    .select({ n: count() })
    .from(resources)
    .innerJoin(connections, eq(connections.id, resources.connectionId))
    .where(
      and(
        eq(resources.workspaceId, workspaceId),
        isNull(connections.erasedAtMs),
        sql`${resources.id} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .get()?.n ?? 0
