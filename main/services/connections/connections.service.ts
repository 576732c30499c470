import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { OpenAccount } from '../accounts/open-account.ts'
import type { SyncService } from '../sync/sync.service.ts'
import type { VaultService } from '../vault/vault.service.ts'

type Empty = Record<string, never>

export type ConnectionsService = {
  listProviders(): CallOutput<'connections.listProviders'>
  get(session: Session, id: string): CallOutput<'connections.get'>
  check(
    session: Session,
    input: ParsedInput<'connections.startCheck'>,
  ): Promise<CallOutput<'connections.startCheck'>>
  add(session: Session, input: ParsedInput<'connections.add'>): Promise<CallOutput<'connections.add'>>
  update(session: Session, input: ParsedInput<'connections.update'>): Promise<Empty>
  remove(session: Session, input: ParsedInput<'connections.remove'>): Promise<Empty>
}

type Parts = {
  store: Store
  ports: Ports
  vault: VaultService
  openAccount: OpenAccount
  /** A connection that is changed or removed must not be synchronised meanwhile. */
  sync: Pick<SyncService, 'stop'>
}

export function createConnections(_parts: Parts): ConnectionsService {
  const later = (): never => {
    throw new Error('not written yet')
  }
  return { listProviders: later, get: later, check: later, add: later, update: later, remove: later }
}
