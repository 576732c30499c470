import { and, eq, inArray } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { memberships, users, workspaces } from '#main/store/schema/people.ts'
import type { Day } from '#shared/lib/day.ts'

type DemoWorkspace = { workspaceId: string; userId: string; demoDay: Day | null }

/** The demo company of this store with its person; there is one at most. */
export function readDemo(db: ReadableDb): DemoWorkspace | null {
  const row = db
    .select({ workspaceId: workspaces.id, userId: users.id, demoDay: workspaces.demoDay })
    .from(workspaces)
    .innerJoin(memberships, eq(memberships.workspaceId, workspaces.id))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(workspaces.kind, 'demo'), eq(memberships.role, 'owner')))
    .get()
  return row ?? null
}

export function isDemoWorkspace(db: ReadableDb, workspaceId: string): boolean {
  const row = db
    .select({ kind: workspaces.kind })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .get()
  return row?.kind === 'demo'
}

/** People who belong to this organisation and to no other. */
export function listOwnPeople(db: ReadableDb, workspaceId: string): string[] {
  const here = db
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(eq(memberships.workspaceId, workspaceId))
  const rows = db.select().from(memberships).where(inArray(memberships.userId, here)).all()
  const elsewhere = new Set(rows.filter((r) => r.workspaceId !== workspaceId).map((r) => r.userId))
  return [...new Set(rows.map((r) => r.userId))].filter((id) => !elsewhere.has(id))
}
