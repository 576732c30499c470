import { and, asc, eq } from 'drizzle-orm'
import { clientTerms, virtualTags } from '#main/store/schema/allocation.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Scope } from './scope.ts'

type Whose = Pick<Scope, 'db' | 'workspaceId'>

export function findVirtualTag({ db, workspaceId }: Whose, id: string): { id: string; name: string } {
  const found = db
    .select({ id: virtualTags.id, name: virtualTags.name })
    .from(virtualTags)
    .where(and(eq(virtualTags.id, id), eq(virtualTags.workspaceId, workspaceId)))
    .get()
  if (!found) throw new AppError('virtualTag.notFound')
  return found
}

/** Names of virtual tags whose rules split costs by a series. */
export function tagsOnSeries({ db, workspaceId }: Whose, seriesId: string): string[] {
  return db
    .select({ name: virtualTags.name, rules: virtualTags.rules })
    .from(virtualTags)
    .where(eq(virtualTags.workspaceId, workspaceId))
    .all()
    .filter(({ rules }) =>
      rules.some(
        ({ outcome }) =>
          outcome.kind === 'metric' && outcome.by.kind === 'series' && outcome.by.seriesId === seriesId,
      ),
    )
    .map(({ name }) => name)
}

/** By client, the earliest first. */
export function listTerms(scope: Whose, tagId: string): CallOutput<'business.listTerms'> {
  findVirtualTag(scope, tagId)
  const items = scope.db
    .select({
      id: clientTerms.id,
      part: clientTerms.part,
      fromDay: clientTerms.fromDay,
      kind: clientTerms.kind,
      percent: clientTerms.percent,
      price: clientTerms.price,
      currency: clientTerms.currency,
    })
    .from(clientTerms)
    .where(eq(clientTerms.tagId, tagId))
    .orderBy(asc(clientTerms.part), asc(clientTerms.fromDay))
    .all()
  return { items }
}
