import type { DemoBudget } from '#main/core/demo/budgets.ts'
import type { DemoAccount, DemoFigures, DemoFinding } from '#main/core/demo/generator.ts'
import { toStored } from '#main/core/money/stored.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertBudgets } from '#main/store/repos/budgets.repo.ts'
import { insertConnection } from '#main/store/repos/connections.repo.ts'
import { addCosts, type CostLine } from '#main/store/repos/costs.repo.ts'
import { putRates } from '#main/store/repos/currency-rates.repo.ts'
import { addMetrics, type MetricRow } from '#main/store/repos/metrics.repo.ts'
import { insertRecommendations } from '#main/store/repos/recommendations.repo.ts'
import { insertAliases, insertRecords } from '#main/store/repos/records.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { addSighting } from '#main/store/repos/sightings.repo.ts'
import { updateSnapshot } from '#main/store/repos/snapshots.repo.ts'
import { chargeKeyOf } from './charge-key.ts'
import { idFor } from './ids.ts'

type Ids = Map<string, number>

export function writeFigures(db: WritableDb, workspaceId: string, figures: DemoFigures): void {
  const idsOf = new Map<string, Ids>()
  for (const account of figures.accounts) {
    const connectionId = idFor(workspaceId, account.connection.key)
    const ids = writeInventory(db, workspaceId, connectionId, account)
    idsOf.set(account.connection.key, ids)
    addCosts(db, workspaceId, null, costLines(account, connectionId, ids))
    addMetrics(db, metricRows(account, ids))
  }
  insertRecommendations(
    db,
    figures.findings.map((finding, index) => findingRow(workspaceId, finding, index, idsOf)),
  )
  insertBudgets(
    db,
    figures.budgets.map((budget) => budgetRow(workspaceId, budget, figures.startedAtMs)),
  )
  const told = { workspaceId, source: 'demo', atMs: figures.startedAtMs } as const
  putRates(
    db,
    figures.rates.map((rate) => ({ ...rate, ...told })),
  )
}

function writeInventory(
  db: WritableDb,
  workspaceId: string,
  connectionId: string,
  { connection, info, snapshots, records, unknowns, aliases }: DemoAccount,
): Ids {
  const first = snapshots[0]
  const last = snapshots.at(-1)
  if (!first || !last) throw new RangeError(`nobody looked at ${connection.key}`)
  insertConnection(db, {
    id: connectionId,
    workspaceId,
    provider: connection.provider,
    name: connection.name,
    accountRef: connection.accountRef,
    status: 'active',
    config: {},
    addedAtMs: first.startedAtMs,
    schedule: connection.schedule,
    scheduledAtMs: last.startedAtMs,
    lastSyncAtMs: last.startedAtMs,
    account: info,
    accountAtMs: last.finishedAtMs,
  })
  const ids: Ids = new Map()
  for (const snapshot of snapshots) {
    const { idOf, snapshotId } = recordSnapshot(db, { workspaceId, connectionId, ...snapshot })
    updateSnapshot(db, snapshotId, { trigger: 'schedule', account: snapshot === last ? info : null })
    for (const [externalId, id] of idOf) ids.set(externalId, id)
    const at = { connectionId, snapshotId, atMs: snapshot.startedAtMs }
    for (const { raw, ...unknown } of unknowns) if (idOf.has(unknown.ref)) addSighting(db, at, unknown, raw)
  }
  const atMs = last.startedAtMs
  insertRecords(
    db,
    records.map(({ externalId, ...record }) => ({ resourceId: idIn(ids, externalId), ...record, atMs })),
  )
  insertAliases(
    db,
    aliases.map(({ externalId, of }) => ({ connectionId, externalId, resourceId: idIn(ids, of) })),
  )
  return ids
}

function* costLines({ charges }: DemoAccount, connectionId: string, ids: Ids): Generator<CostLine> {
  for (const charge of charges) {
    const key = chargeKeyOf(charge, connectionId, idIn(ids, charge.externalId))
    for (const line of charge.lines) yield { key, ...line }
  }
}

function* metricRows({ metrics }: DemoAccount, ids: Ids): Generator<MetricRow> {
  for (const { externalId, ...row } of metrics) yield { resourceId: idIn(ids, externalId), ...row }
}

function findingRow(
  workspaceId: string,
  { recommendation, externalId, savings, createdAtMs }: DemoFinding,
  index: number,
  idsOf: ReadonlyMap<string, Ids>,
) {
  const { connection, code, category, confidence, effort, facts } = recommendation
  const { micros, rest } = toStored(savings.femtos)
  return {
    id: idFor(workspaceId, `recommendation-${String(index + 1).padStart(2, '0')}`),
    workspaceId,
    connectionId: idFor(workspaceId, connection),
    resourceId: idIn(idsOf.get(connection) ?? new Map(), externalId),
    code,
    category,
    status: 'active' as const,
    confidence,
    effort,
    currency: savings.currency,
    savingsMicros: micros,
    savingsRest: rest,
    facts,
    createdAtMs,
  }
}

function budgetRow(workspaceId: string, { key, name, connections, limit }: DemoBudget, createdAtMs: number) {
  const { micros, rest } = toStored(limit.femtos)
  return {
    id: idFor(workspaceId, `budget-${key}`),
    workspaceId,
    name,
    connectionIds: connections.map((connection) => idFor(workspaceId, connection)),
    currency: limit.currency,
    limitMicros: micros,
    limitRest: rest,
    createdAtMs,
  }
}

function idIn(ids: Ids, externalId: string): number {
  const id = ids.get(externalId)
  if (id === undefined) throw new RangeError(`no such resource: ${externalId}`)
  return id
}
