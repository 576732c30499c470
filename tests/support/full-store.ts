import { sql } from 'drizzle-orm'
import type { WritableDb } from '#main/store/db.ts'
import { addAudit } from '#main/store/repos/audit.repo.ts'
import { insertBudgets } from '#main/store/repos/budgets.repo.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { addMetrics } from '#main/store/repos/metrics.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { insertMembership, insertSession, insertUser } from '#main/store/repos/people.repo.ts'
import { insertRecommendations } from '#main/store/repos/recommendations.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import {
  clientTerms,
  dismissedSuggestions,
  hierarchies,
  tagPolicies,
  unitSeries,
  unitValues,
  virtualTags,
} from '#main/store/schema/allocation.ts'
import { chargeChanges, chargeDays, chargeKeys } from '#main/store/schema/costs.ts'
import { connectionScopes, resourceAliases, resourceRecords } from '#main/store/schema/inventory.ts'
import {
  resourceNotes,
  resourceOverrides,
  savedFilters,
  sightings,
  typeRules,
  unrecognised,
} from '#main/store/schema/judgements.ts'
import { mappings, quarantine, watchedFiles, watchedFolders } from '#main/store/schema/ledger.ts'
import { jobs } from '#main/store/schema/people.ts'
import { actRates, closedMonths, currencyRates } from '#main/store/schema/rates.ts'
import { syncUndo } from '#main/store/schema/sync.ts'
import { annotations, boards, costFilters, costViews, vatTerms } from '#main/store/schema/views.ts'
import type { Store } from '#main/store/store.ts'
import { viewSpec } from '#shared/contract/costs.ts'
import { day } from '#shared/lib/day.ts'
import { fillAccess, fillActs, fillReports } from './full-reports.ts'
import { fileLine, readParcel } from './parcels.ts'
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
  fillJudgements(db, resourceId, snapshotId)
  fillSync(db, resourceId, snapshotId)
  fillLedger(db)
  addMetrics(db, [{ resourceId, metric: 'cpu', day: day('2026-11-01'), used: 1, peak: 2, capacity: 4 }])
  addCosts(db, 'w1', snapshotId, [
    costLine({ resource: 'a', femtos: 5n }),
    costLine({ resource: 'b', femtos: -5n * 10n ** 15n }),
  ])
  fillViews(db)
  fillAllocation(db)
  fillReports(db)
  fillActs(db)
  fillAccess(db)
  const key = db.select({ id: chargeKeys.id }).from(chargeKeys).get()
  db.insert(chargeChanges)
    .values({
      snapshotId,
      chargeKeyId: key?.id ?? 0,
      day: day('2026-11-01'),
      billedMicros: 1n,
      billedRest: 0n,
    })
    .run()
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

/** A file that was committed, a row of it that was not kept, and where files come from; the rates of a month. */
function fillLedger(db: WritableDb): void {
  const who = { userId: 'u1', atMs: 1 }
  const parcelId = readParcel(db, 'w1', [fileLine({ femtos: 3n, key: { service: 'Файл' } })])
  commitParcel(db, parcelId, { mode: 'replace', atMs: 1 })
  db.insert(quarantine).values({ parcelId, line: 3, text: 'мимо', reason: 'badDate' }).run()
  db.insert(mappings)
    .values({ workspaceId: 'w1', name: 'Отчёт', header: 'a;b', spec: {}, createdAtMs: 1, usedAtMs: 1 })
    .run()
  db.insert(watchedFolders).values({ workspaceId: 'w1', path: '/bills', isOn: false }).run()
  db.insert(watchedFiles).values({ workspaceId: 'w1', path: '/bills/a.csv', bytes: 1, changedAtMs: 1 }).run()
  const rate = { workspaceId: 'w1', currency: 'USD', nominal: 1, value: '90.5', ...who } as const
  db.insert(currencyRates)
    .values({ ...rate, source: 'manual', day: day('2026-11-01') })
    .run()
  db.insert(actRates)
    .values({ ...rate, connectionId: 'c1', month: '2026-11' })
    .run()
  db.insert(closedMonths)
    .values({ workspaceId: 'w1', month: '2026-10', closedAtMs: 1, rates: { rule: 'day', rates: [] } })
    .run()
}

function fillJudgements(db: WritableDb, resourceId: number, snapshotId: number): void {
  const who = { userId: 'u1', atMs: 1 }
  db.insert(resourceOverrides)
    .values({ resourceId, field: 'owner', value: 'Анна', ...who })
    .run()
  db.insert(resourceNotes)
    .values({ resourceId, text: 'Оставить до весны', ...who })
    .run()
  db.insert(savedFilters)
    .values({ id: 'f1', workspaceId: 'w1', name: 'Мои', filter: {}, ...who })
    .run()
  const type = 'server' as const
  db.insert(typeRules)
    .values({ workspaceId: 'w1', provider: 'selectel', kind: 'gpu_farm', type, ...who })
    .run()
  const { id: unrecognisedId } = db
    .insert(unrecognised)
    .values({
      connectionId: 'c1',
      externalId: 'x',
      name: 'x',
      kind: 'gpu_farm',
      service: 'vpc',
      metrics: [],
      raw: '{}',
      firstSeenAtMs: 1,
      lastSeenAtMs: 1,
    })
    .returning({ id: unrecognised.id })
    .get()
  db.insert(sightings).values({ unrecognisedId, snapshotId, atMs: 1 }).run()
}

function fillViews(db: WritableDb): void {
  const own = { workspaceId: 'w1', userId: 'u1' }
  const named = { ...own, name: 'Мои', updatedAtMs: 1 }
  const month = { fromDay: day('2026-11-01'), toDay: day('2026-11-30') }
  db.insert(costViews)
    .values({ id: 'v1', spec: viewSpec.parse({}), ...named })
    .run()
  db.insert(costFilters)
    .values({ id: 'cf1', where: [], ...named })
    .run()
  db.insert(boards)
    .values({ ...own, tiles: [], updatedAtMs: 1 })
    .run()
  db.insert(annotations)
    .values({ id: 'a1', ...own, ...month, text: 'Переезд', where: [], atMs: 1 })
    .run()
  db.insert(vatTerms)
    .values({ connectionId: 'c1', isIncluded: true, scheme: 'general', updatedAtMs: 1 })
    .run()
}

function fillAllocation(db: WritableDb): void {
  const named = { workspaceId: 'w1', userId: 'u1', name: 'Мои', updatedAtMs: 1 }
  db.insert(virtualTags)
    .values({ id: 't1', kind: 'client', rules: [], ...named })
    .run()
  db.insert(dismissedSuggestions).values({ tagId: 't1', suggestionId: 's', atMs: 1 }).run()
  db.insert(hierarchies)
    .values({ id: 'h1', dimension: 'project', levels: [], nodes: [], ...named })
    .run()
  db.insert(tagPolicies)
    .values({
      id: 'p1',
      workspaceId: 'w1',
      tagKey: 'owner',
      isRequired: true,
      providers: [],
      types: [],
      updatedAtMs: 1,
    })
    .run()
  db.insert(unitSeries)
    .values({ id: 'u1', unit: 'заказ', step: 'day', kind: 'flow', role: 'units', ...named })
    .run()
  db.insert(unitValues)
    .values({ seriesId: 'u1', day: day('2026-11-01'), value: '1' })
    .run()
  db.insert(clientTerms)
    .values({
      id: 'ct1',
      tagId: 't1',
      part: 'Витрина',
      fromDay: day('2026-11-01'),
      kind: 'markup',
      percent: '10',
      updatedAtMs: 1,
    })
    .run()
}

function fillSync(db: WritableDb, resourceId: number, snapshotId: number): void {
  const connectionId = 'c1'
  db.insert(connectionScopes)
    .values({ connectionId, scope: 'servers', endpoint: 'servers', status: 'done', askedAtMs: 1 })
    .run()
  db.insert(resourceAliases).values({ connectionId, externalId: 'disk', resourceId }).run()
  db.insert(resourceRecords).values({ resourceId, source: 'bill', text: '{}', atMs: 1 }).run()
  db.insert(chargeDays)
    .values({ connectionId, day: day('2026-11-01'), digest: 'd', lines: 2, toldAtMs: 1 })
    .run()
  db.insert(syncUndo).values({ snapshotId, kind: 'tags', payload: '{}' }).run()
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
