import { sql } from 'drizzle-orm'
import type { WritableDb } from '#main/store/db.ts'
import { addAudit } from '#main/store/repos/audit.repo.ts'
import { insertBudgets } from '#main/store/repos/budgets.repo.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { addMetrics } from '#main/store/repos/metrics.repo.ts'
import { insertMembership, insertSession, insertUser } from '#main/store/repos/people.repo.ts'
import { insertRecommendations } from '#main/store/repos/recommendations.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { jobs } from '#main/store/schema/people.ts'
import type { Store } from '#main/store/store.ts'
import { day } from '#shared/lib/day.ts'
import { addCompany, costLine, server } from './store-rows.ts'

/** At least one row in every table that the store has. */
export function fillEveryTable(db: WritableDb): void {
  const ids = { workspaceId: 'w1', userId: 'u1' }
  addCompany(db)
  insertUser(db, { id: 'u1', name: 'Анна', passwordHash: null, createdAtMs: 1 })
  insertMembership(db, { ...ids, role: 'owner' })
  insertSession(db, { id: 's1', ...ids, clientHash: 'h', startedAtMs: 1, lastActiveAtMs: 1 })
  putSetting(db, { scope: 'user', ownerId: 'u1', key: 'theme', value: 'dark' })
  addAudit(db, { ...ids, atMs: 1, host: 'cli', call: 'x.y', input: {}, outcome: 'ok', durationMs: 1 })
  db.insert(jobs).values({ id: 'j1', workspaceId: 'w1', kind: 'sync', status: 'done', startedAtMs: 1 }).run()
  const look = { workspaceId: 'w1', connectionId: 'c1', startedAtMs: 1, finishedAtMs: 2 }
  const { snapshotId, idOf } = recordSnapshot(db, { ...look, found: [server('a'), server('b')] })
  const resourceId = idOf.get('a') ?? 0
  addMetrics(db, [{ resourceId, metric: 'cpu', day: day('2026-11-01'), used: 1, peak: 2, capacity: 4 }])
  addCosts(db, 'w1', snapshotId, [
    costLine({ resource: 'a', femtos: 5n }),
    costLine({ resource: 'b', femtos: -5n * 10n ** 15n }),
  ])
  insertBudgets(db, [
    {
      id: 'b1',
      workspaceId: 'w1',
      name: 'Всё',
      connectionIds: [],
      currency: 'RUB',
      limitMicros: 1n,
      limitRest: 0n,
      createdAtMs: 1,
    },
  ])
  insertRecommendations(db, [
    {
      id: 'r1',
      workspaceId: 'w1',
      connectionId: 'c1',
      resourceId,
      code: 'rightsize.cpu',
      category: 'rightsize',
      status: 'active',
      confidence: 0.9,
      effort: 'low',
      currency: 'RUB',
      savingsMicros: 1n,
      savingsRest: 0n,
      facts: {},
      createdAtMs: 1,
    },
  ])
}

/** Rows by table, of every table that is in the file. */
export function countRows({ read }: Store): Record<string, number> {
  const tables = read.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  )
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      read.get<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${sql.identifier(name)}`).rows,
    ]),
  )
}
