import { asc, eq } from 'drizzle-orm'
import { type FlatState, replay } from '#main/core/model/resource.ts'
import { fieldChanges } from '#main/core/rules/change-kinds.ts'
import { resourceVersions } from '#main/store/schema/inventory.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { findResource } from './find-resource.ts'
import type { Scope } from './scope.ts'

type List = CallOutput<'resources.listVersions'>

/** What each look found changed, the latest first: every field with what it was and what it became. */
export function listResourceVersions(
  scope: Scope,
  { id, offset, limit }: ParsedInput<'resources.listVersions'>,
): List {
  findResource(scope, id)
  const rows = scope.db
    .select()
    .from(resourceVersions)
    .where(eq(resourceVersions.resourceId, id))
    .orderBy(asc(resourceVersions.id))
    .all()
  const items: List['items'] = []
  let before: FlatState = {}
  for (const { snapshotId, validFromMs, change, state } of rows) {
    const after = replay([before, state])
    // Of what it was merged into nothing remains when it is on its own again.
    if (change !== 'merged') delete after.mergedInto
    const fields = change === 'created' ? [] : fieldChanges(before, after)
    items.push({ snapshotId, atMs: validFromMs, change, fields })
    before = after
  }
  return { items: items.reverse().slice(offset, offset + limit), total: rows.length }
}
