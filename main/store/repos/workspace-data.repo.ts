import { eq } from 'drizzle-orm'
import type { WritableDb } from '../db.ts'
import { chargeKeys } from '../schema/costs.ts'
import { budgets } from '../schema/insights.ts'
import { connections } from '../schema/inventory.ts'
import { jobs } from '../schema/people.ts'
import { removeRatesOf } from './currency-rates.repo.ts'

/**
 * Empties an organisation: its connections with all that came from them, its budgets, jobs and invented rates. The organisation itself,
 * its people, their sessions and settings stay.
 */
export function removeWorkspaceData(db: WritableDb, workspaceId: string): void {
  // Costs first: while they stand, each snapshot and resource that goes would look for its own among them.
  db.delete(chargeKeys).where(eq(chargeKeys.workspaceId, workspaceId)).run()
  db.delete(connections).where(eq(connections.workspaceId, workspaceId)).run()
  db.delete(budgets).where(eq(budgets.workspaceId, workspaceId)).run()
  removeRatesOf(db, workspaceId, ['demo'])
  db.delete(jobs).where(eq(jobs.workspaceId, workspaceId)).run()
}
