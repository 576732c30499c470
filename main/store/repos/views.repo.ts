import { and, eq } from 'drizzle-orm'
import type { BoardTile } from '#shared/contract/views.ts'
import type { WritableDb } from '../db.ts'
import { boards, costFilters, costViews } from '../schema/views.ts'

type ViewRow = typeof costViews.$inferInsert
type FilterRow = typeof costFilters.$inferInsert
type Named = { workspaceId: string; id: string }

export const insertView = (db: WritableDb, row: ViewRow): void => {
  db.insert(costViews).values(row).run()
}

/** False when there is no such view. */
export const updateView = (
  db: WritableDb,
  { workspaceId, id, ...facts }: Named & Partial<ViewRow>,
): boolean =>
  db
    .update(costViews)
    .set(facts)
    .where(and(eq(costViews.id, id), eq(costViews.workspaceId, workspaceId)))
    .run().changes > 0

/** False when there is no such view. */
export const removeView = (db: WritableDb, { workspaceId, id }: Named): boolean =>
  db
    .delete(costViews)
    .where(and(eq(costViews.id, id), eq(costViews.workspaceId, workspaceId)))
    .run().changes > 0

export const insertCostFilter = (db: WritableDb, row: FilterRow): void => {
  db.insert(costFilters).values(row).run()
}

/** False when there is no such filter. */
export const updateCostFilter = (
  db: WritableDb,
  { workspaceId, id, ...facts }: Named & Partial<FilterRow>,
): boolean =>
  db
    .update(costFilters)
    .set(facts)
    .where(and(eq(costFilters.id, id), eq(costFilters.workspaceId, workspaceId)))
    .run().changes > 0

/** False when there is no such filter. */
export const removeCostFilter = (db: WritableDb, { workspaceId, id }: Named): boolean =>
  db
    .delete(costFilters)
    .where(and(eq(costFilters.id, id), eq(costFilters.workspaceId, workspaceId)))
    .run().changes > 0

type Owner = { workspaceId: string; userId: string }

export function putBoard(db: WritableDb, row: Owner & { tiles: BoardTile[]; updatedAtMs: number }): void {
  const { tiles, updatedAtMs } = row
  db.insert(boards)
    .values(row)
    .onConflictDoUpdate({ target: [boards.workspaceId, boards.userId], set: { tiles, updatedAtMs } })
    .run()
}

export const removeBoard = (db: WritableDb, { workspaceId, userId }: Owner): void => {
  db.delete(boards)
    .where(and(eq(boards.workspaceId, workspaceId), eq(boards.userId, userId)))
    .run()
}
