import type { ScopeOutcome } from '#main/core/model/findings.ts'
import { canonical } from '#main/core/model/resource.ts'
import { toStored } from '#main/core/money/stored.ts'
import { statusAtRest } from '#main/core/rules/connection-state.ts'
import { type ConnectionRow, findConnection } from '#main/queries/connection-rows.query.ts'
import { readConnectionTotals } from '#main/queries/connection-totals.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import { putScopes, updateSnapshot } from '#main/store/repos/snapshots.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ProblemView } from '#shared/contract/connections.ts'
import { accountView } from './account-view.ts'
import type { RunResult } from './run.ts'
import { dropUndo, takeBack } from './undo.ts'

type Parts = { store: Store; connection: ConnectionRow; snapshotId: number; startedAtMs: number }

/** A run that brought what it could: its snapshot, the account and the age of each part change together. */
export async function endWell(
  { store, connection, snapshotId, startedAtMs }: Parts,
  { counts, outcomes, account: info }: RunResult,
  finishedAtMs: number,
): Promise<'done' | 'partial'> {
  const failures = outcomes.flatMap(failureOf)
  const status = failures.length === 0 ? 'done' : 'partial'
  const account = info && accountView(info)
  store.transaction((db) => {
    const isNews = account !== null && canonical(account) !== canonical(connection.account)
    updateSnapshot(db, snapshotId, {
      ...counts,
      ...totals(db, connection.id),
      status,
      finishedAtMs,
      failures,
      account: isNews ? account : null,
    })
    putScopes(db, connection.id, startedAtMs, outcomes)
    const isPaused = findConnection(db, connection.workspaceId, connection.id)?.status === 'paused'
    updateConnection(db, connection.id, {
      ...(isPaused ? {} : { status: 'active' as const }),
      statusDetail: null,
      lastSyncAtMs: startedAtMs,
      ...(account ? { account, accountAtMs: finishedAtMs } : {}),
    })
  })
  await dropUndo(store, snapshotId)
  return status
}

/** A run that came to nothing: what it wrote is taken back first, so that no moment shows half of it. */
export async function endBadly(
  { store, connection, snapshotId }: Omit<Parts, 'startedAtMs'>,
  end: { status: 'failed' | 'cancelled' | 'interrupted'; problem: ProblemView; finishedAtMs: number },
): Promise<void> {
  await takeBack(store, snapshotId, connection.id)
  store.transaction((db) => {
    const { status, problem, finishedAtMs } = end
    const error = problem as NonNullable<typeof connection.statusDetail>
    updateSnapshot(db, snapshotId, { status, error, finishedAtMs })
    const now = findConnection(db, connection.workspaceId, connection.id)
    if (!now) return
    // Whoever cancels knows why: the connection stands as it stood.
    const detail = status === 'failed' ? error : now.statusDetail
    const rest = statusAtRest({ syncAtMs: now.lastSyncAtMs, problem: detail })
    const isResting = now.status === 'paused' || now.status === 'archived'
    updateConnection(db, connection.id, { status: isResting ? now.status : rest, statusDetail: detail })
  })
}

const failureOf = ({ endpoint, region, project, status, error }: ScopeOutcome) =>
  status === 'forbidden' || status === 'failed'
    ? [{ endpoint, region, project, status, problem: error && { code: error.code, details: error.details } }]
    : []

function totals(db: Parameters<Parameters<Store['transaction']>[0]>[0], connectionId: string) {
  const found = readConnectionTotals(db, connectionId)
  if (!found) return {}
  const [day, month] = [toStored(found.daily.femtos), toStored(found.monthly.femtos)]
  return {
    currency: found.daily.currency,
    dailyMicros: day.micros,
    dailyRest: day.rest,
    monthlyMicros: month.micros,
    monthlyRest: month.rest,
  }
}
