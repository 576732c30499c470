import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { users } from '#main/store/schema/people.ts'
import { annotations } from '#main/store/schema/views.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Scope } from './scope.ts'

/** Those of which at least one day lies in the range, the earliest first. */
export function listAnnotations(
  { db, workspaceId }: Scope,
  { from, to }: ParsedInput<'annotations.list'>,
): CallOutput<'annotations.list'> {
  const items = db
    .select({
      id: annotations.id,
      from: annotations.fromDay,
      to: annotations.toDay,
      text: annotations.text,
      where: annotations.where,
      byName: users.name,
      atMs: annotations.atMs,
    })
    .from(annotations)
    .leftJoin(users, eq(users.id, annotations.userId))
    .where(
      and(
        eq(annotations.workspaceId, workspaceId),
        lte(annotations.fromDay, to),
        gte(annotations.toDay, from),
      ),
    )
    .orderBy(asc(annotations.fromDay), asc(annotations.toDay), asc(annotations.id))
    .all()
  return { items }
}
