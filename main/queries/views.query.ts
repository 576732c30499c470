import { and, asc, eq, sql } from 'drizzle-orm'
import { listBuiltIn } from '#main/core/views/built-in.ts'
import { virtualTags } from '#main/store/schema/allocation.ts'
import { users } from '#main/store/schema/people.ts'
import { boards, costFilters, costViews } from '#main/store/schema/views.ts'
import { type CostWhere, viewSpec, whereValue } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { type BoardTile, boardTiles, type SavedView } from '#shared/contract/views.ts'
import { defaultBoard } from '#shared/lib/default-board.ts'
import { compareNames } from './order.ts'
import { personName } from './person-name.ts'
import type { Scope } from './scope.ts'

type Asker = Pick<Scope, 'db' | 'workspaceId'>

/** Those that people made by name, behind those that are always there. One that this version cannot read is left where it is and not shown. */
export function listViews(scope: Asker): { items: SavedView[] } {
  const { db, workspaceId } = scope
  const rows = db
    .select({
      id: costViews.id,
      name: costViews.name,
      spec: sql<string>`${costViews.spec}`,
      byName: personName,
      updatedAtMs: costViews.updatedAtMs,
    })
    .from(costViews)
    .leftJoin(users, eq(users.id, costViews.userId))
    .where(eq(costViews.workspaceId, workspaceId))
    .all()
  const own = rows.flatMap(({ spec: text, ...row }) => {
    const spec = viewSpec.safeParse(readJson(text))
    return spec.success ? [{ ...row, spec: spec.data, isBuiltIn: false }] : []
  })
  own.sort((a, b) => compareNames(a.name, b.name))
  return { items: [...listBuiltIn(departmentTag(scope)), ...own] }
}

/** The first that somebody made. */
const departmentTag = ({ db, workspaceId }: Asker): string | null =>
  db
    .select({ id: virtualTags.id })
    .from(virtualTags)
    .where(
      and(
        eq(virtualTags.workspaceId, workspaceId),
        eq(virtualTags.kind, 'department'),
        eq(virtualTags.isOn, true),
      ),
    )
    .orderBy(asc(virtualTags.name), asc(virtualTags.id))
    .limit(1)
    .get()?.id ?? null

/** Views and reports that a filter holds in, readable or not: taking it away would change what they say. */
const usedBy = sql<number>`(
  select count(*) from cost_views v
  where v.workspace_id = cost_filters.workspace_id and json_extract(v.spec, '$.filterId') = cost_filters.id)
  + (select count(*) from reports r
  where r.workspace_id = cost_filters.workspace_id and (json_extract(r.spec, '$.filterId') = cost_filters.id
    or exists (select 1 from json_each(r.spec, '$.blocks') b
      where json_extract(b.value, '$.view.filterId') = cost_filters.id)))`

/** By name; what this version cannot read is left where it is and not shown. */
export function listCostFilters({ db, workspaceId }: Asker): CallOutput<'costFilters.list'> {
  const rows = db
    .select({
      id: costFilters.id,
      name: costFilters.name,
      where: sql<string>`${costFilters.where}`,
      byName: personName,
      usedBy,
    })
    .from(costFilters)
    .leftJoin(users, eq(users.id, costFilters.userId))
    .where(eq(costFilters.workspaceId, workspaceId))
    .all()
  const items = rows.flatMap(({ where: text, ...row }) => {
    const where = whereValue.safeParse(readJson(text))
    return where.success ? [{ ...row, where: where.data }] : []
  })
  return { items: items.sort((a, b) => compareNames(a.name, b.name)) }
}

/** Null where there is no such filter, or none that this version can read. */
export function readCostFilter({ db, workspaceId }: Asker, id: string): CostWhere | null {
  const row = db
    .select({ where: sql<string>`${costFilters.where}` })
    .from(costFilters)
    .where(and(eq(costFilters.id, id), eq(costFilters.workspaceId, workspaceId)))
    .get()
  return row ? (whereValue.safeParse(readJson(row.where)).data ?? null) : null
}

/** By its name, letter for letter; null where it is free. */
export const viewNamed = ({ db, workspaceId }: Asker, name: string): string | null =>
  db
    .select({ id: costViews.id })
    .from(costViews)
    .where(and(eq(costViews.workspaceId, workspaceId), eq(costViews.name, name)))
    .get()?.id ?? null

/** By its name, letter for letter; null where it is free. */
export const filterNamed = ({ db, workspaceId }: Asker, name: string): string | null =>
  db
    .select({ id: costFilters.id })
    .from(costFilters)
    .where(and(eq(costFilters.workspaceId, workspaceId), eq(costFilters.name, name)))
    .get()?.id ?? null

export const findFilterUse = ({ db, workspaceId }: Asker, id: string) =>
  db
    .select({ name: costFilters.name, usedBy })
    .from(costFilters)
    .where(and(eq(costFilters.id, id), eq(costFilters.workspaceId, workspaceId)))
    .get() ?? null

/** A person's own dashboard, and what on it stands on nothing. */
export function getBoard(scope: Asker, userId: string): CallOutput<'boards.get'> {
  const kept = readBoard(scope, userId)
  const known = new Set(listViews(scope).items.map(({ id }) => id))
  const tiles = kept ?? [...defaultBoard]
  const problems = tiles
    .filter(({ viewId }) => viewId !== null && !known.has(viewId))
    .map(({ id }) => ({ code: 'view.gone' as const, tileId: id }))
  return { tiles, isDefault: kept === null, problems }
}

/** Tiles that this version does not know are left out, the others stand. */
function readBoard({ db, workspaceId }: Asker, userId: string): BoardTile[] | null {
  const row = db
    .select({ tiles: sql<string>`${boards.tiles}` })
    .from(boards)
    .where(and(eq(boards.workspaceId, workspaceId), eq(boards.userId, userId)))
    .get()
  const tiles = row && readJson(row.tiles)
  if (!Array.isArray(tiles)) return null
  return tiles.flatMap((tile) => boardTiles.safeParse([tile]).data ?? [])
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
