import { and, eq, sql } from 'drizzle-orm'
import { settings } from '#main/store/schema/people.ts'
import type { Scope } from './scope.ts'

export const RETENTION_KEY = 'reportMonths'

/** For how many months reports are kept; null: for ever. */
export function readRetention({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>): {
  months: number | null
} {
  const row = db
    .select({ text: sql<string>`${settings.value}` })
    .from(settings)
    .where(
      and(
        eq(settings.scope, 'workspace'),
        eq(settings.ownerId, workspaceId),
        eq(settings.key, RETENTION_KEY),
      ),
    )
    .get()
  const months = Number(row?.text ?? Number.NaN)
  return { months: Number.isInteger(months) && months >= 1 ? months : null }
}
