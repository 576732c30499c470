import { eq, sql } from 'drizzle-orm'
import { savedFilters } from '#main/store/schema/judgements.ts'
import { users } from '#main/store/schema/people.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { resourceFilterValue } from '#shared/contract/resources.ts'
import { compareNames } from './order.ts'
import { personName } from './person-name.ts'
import type { Scope } from './scope.ts'

/** By name. A filter that this version cannot read is left where it is and not shown. */
export function listFilters({ db, workspaceId }: Scope): CallOutput<'filters.list'> {
  const rows = db
    .select({
      id: savedFilters.id,
      name: savedFilters.name,
      filter: sql<string>`${savedFilters.filter}`,
      byName: personName,
    })
    .from(savedFilters)
    .leftJoin(users, eq(users.id, savedFilters.userId))
    .where(eq(savedFilters.workspaceId, workspaceId))
    .all()
  const items = rows.flatMap(({ filter: text, ...row }) => {
    const filter = resourceFilterValue.safeParse(JSON.parse(text))
    return filter.success ? [{ ...row, filter: filter.data }] : []
  })
  return { items: items.sort((a, b) => compareNames(a.name, b.name)) }
}
