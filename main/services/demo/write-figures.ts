import type { DemoBudget } from '#main/core/demo/budgets.ts'
import type { DemoAccount, DemoFigures, DemoFinding } from '#main/core/demo/generator.ts'
import { toStored } from '#main/core/money/stored.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertBudgets } from '#main/store/repos/budgets.repo.ts'
import { insertConnection } from '#main/store/repos/connections.repo.ts'
import { addCosts, type CostLine } from '#main/store/repos/costs.repo.ts'
import { addMetrics, type MetricRow } from '#main/store/repos/metrics.repo.ts'
import { insertRecommendations } from '#main/store/repos/recommendations.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { chargeKeyOf } from './charge-key.ts'

/** Made from the workspace's own, so that a saved link to a connection holds when the figures are made anew. */
const idFor = (workspaceId: string, key: string): string => `${workspaceId}.${key}`

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
}

function writeInventory(
  db: WritableDb,
  workspaceId: string,
  connectionId: string,
  { connection, snapshots }: DemoAccount,
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
    lastSyncAtMs: last.finishedAtMs,
  })
  const ids: Ids = new Map()
  for (const snapshot of snapshots) {
    const { idOf } = recordSnapshot(db, { workspaceId, connectionId, ...snapshot })
    for (const [externalId, id] of idOf) ids.set(externalId, id)
  }
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
