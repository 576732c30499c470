import type { Session } from '#main/core/model/session.ts'
import { isPattern } from '#main/core/rules/schedule.ts'
import type { Ports } from '#main/ports/ports.ts'
import { findProvider, type ProviderDescriptor } from '#main/providers/registry.ts'
import {
  type ConnectionRow,
  findConnection,
  isConnectionNameTaken,
} from '#main/queries/connection-rows.query.ts'
import type { ReadableDb } from '#main/store/db.ts'
import type { Store } from '#main/store/store.ts'
import type { Schedule } from '#shared/contract/connections.ts'
import type { Provider } from '#shared/contract/values.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { SyncService } from '../sync/sync.service.ts'
import type { VaultService } from '../vault/vault.service.ts'
import type { AccountChecks } from './account-checks.ts'

/** What adding, changing and removing a connection have in common. */
export type ConnectionParts = {
  store: Store
  ports: Ports
  vault: VaultService
  checks: AccountChecks
  /** A connection that is changed or removed must not be synchronised meanwhile. */
  sync: Pick<SyncService, 'stop'>
}

/** Where the secrets of a connection lie in the vault. */
export const secretsOf = (id: string): string => `connection/${id}`

export function refuseDemo({ isDemo }: Session): void {
  if (isDemo) throw new AppError('demo.noConnections')
}

export function descriptorOf(provider: Provider): ProviderDescriptor {
  const descriptor = findProvider(provider)
  if (!descriptor) throw new AppError('input.invalid', { field: 'provider', problem: 'unknown' })
  return descriptor
}

export function ownConnection(db: ReadableDb, session: Session, id: string): ConnectionRow {
  const row = findConnection(db, session.workspaceId, id)
  if (!row) throw new AppError('connection.notFound')
  return row
}

/** One that can be changed: of an archived one nothing is left but its history. */
export function liveConnection(db: ReadableDb, session: Session, id: string): ConnectionRow {
  refuseDemo(session)
  const row = ownConnection(db, session, id)
  if (row.status === 'archived') throw new AppError('connection.notSyncable', { name: row.name })
  return row
}

/** Nobody asks this account now: it may be connected, and its history goes on. */
export const isFree = ({ status, source }: ConnectionRow): boolean =>
  status === 'archived' || source === 'files'

export function assertNameFree(db: ReadableDb, session: Session, name: string, exceptId: string | null) {
  if (isConnectionNameTaken(db, session.workspaceId, name, exceptId))
    throw new AppError('connection.nameTaken', { name })
}

export function assertReadable(schedule: Schedule): void {
  if (schedule.kind === 'cron' && !isPattern(schedule.pattern, schedule.timeZone))
    throw new AppError('schedule.badPattern', { pattern: schedule.pattern })
}
