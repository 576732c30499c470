import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { ProviderDescriptor } from '#main/providers/registry.ts'
import { findConnection } from '#main/queries/connection-rows.query.ts'
import { listSyncable } from '#main/queries/syncable.query.ts'
import type { Store } from '#main/store/store.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Provider } from '#shared/contract/values.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { OpenAccount } from '../accounts/open-account.ts'
import type { NetworkService } from '../network/network.service.ts'
import type { VaultService } from '../vault/vault.service.ts'
import { listDue, markScheduled } from './due.ts'
import { createLimits } from './limits.ts'
import { createQueue } from './queue.ts'
import { closeInterrupted } from './recovery.ts'
import { createRunner } from './runner.ts'

type Empty = Record<string, never>

export type SyncService = {
  start(
    session: Session,
    input: ParsedInput<'sync.start'>,
    trigger: 'manual' | 'terminal',
  ): CallOutput<'sync.start'>
  cancel(session: Session, connectionId: string): Empty
  list(session: Session): CallOutput<'sync.list'>
  updateLimits(input: ParsedInput<'sync.updateLimits'>): Empty
  /** Cancels whatever runs for the connection and resolves when nothing of it runs any more. */
  stop(connectionId: string): Promise<void>
  /** The same for all of them: the store is about to be replaced. */
  stopAll(): Promise<void>
  /** Takes back what a copy of the store holds of syncs that had not ended. */
  recover(): Promise<void>
  /** Starts what is due by its schedule; runs missed while the program was off count as one. */
  startDue(): void
  /** Resolves when what an earlier start left unfinished has been taken back. */
  ready: Promise<void>
  /** Resolves when nothing runs. */
  whenIdle(): Promise<void>
  close(): Promise<void>
}

type Parts = {
  store: Store
  ports: Ports
  vault: VaultService
  openAccount: OpenAccount
  network: Pick<NetworkService, 'isOffline' | 'refuseOffline'>
  find?: (provider: Provider) => ProviderDescriptor | null
  emit(name: EventName, workspaceId: string | null): void
}

/** Looks at accounts: when a person asks, when a schedule says so, when the terminal does. */
export function createSync(parts: Parts): SyncService {
  const { store, ports, network, emit } = parts
  const limits = createLimits(store)
  const recovered = closeInterrupted({ store, ports })
  const queue = createQueue({
    atOnce: limits.get,
    run: createRunner({ ...parts, recovered }),
    nowMs: ports.clock.nowMs,
    tell: (workspaceId) => emit('sync.progressed', workspaceId),
  })

  function own(session: Session, id: string): void {
    const connection = findConnection(store.read, session.workspaceId, id)
    if (!connection) throw new AppError('connection.notFound')
    if (connection.status === 'archived')
      throw new AppError('connection.notSyncable', { name: connection.name })
    if (connection.source === 'files') throw new AppError('connection.filesOnly', { name: connection.name })
  }

  return {
    start(session, { connectionIds, isDue }, trigger) {
      if (session.isDemo) throw new AppError('demo.noConnections')
      if (isDue && network.isOffline()) return { started: 0, running: 0, connectionIds: [] }
      network.refuseOffline()
      for (const id of connectionIds ?? []) own(session, id)
      const nowMs = ports.clock.nowMs()
      const due = isDue ? new Set(listDue(store.read, nowMs).map(({ id }) => id)) : null
      const wanted = listSyncable(store.read, connectionIds ?? null, session.workspaceId).filter(
        ({ id, status }) =>
          (due === null || due.has(id)) && (connectionIds !== undefined || status !== 'paused'),
      )
      if (isDue) markScheduled(store, wanted, nowMs)
      const running = wanted.filter(({ id }) => queue.has(id)).length
      for (const connection of wanted) queue.add(connection, trigger)
      return { started: wanted.length - running, running, connectionIds: wanted.map(({ id }) => id) }
    },

    cancel(session, connectionId) {
      own(session, connectionId)
      if (!queue.cancel(connectionId)) throw new AppError('sync.notRunning')
      return {}
    },

    list: ({ workspaceId }) => ({ items: queue.list(workspaceId), atOnce: limits.get() }),

    updateLimits({ atOnce }) {
      limits.set(atOnce)
      queue.fill()
      return {}
    },

    stop: queue.stop,
    stopAll: () => queue.stopAll(),
    recover: () => closeInterrupted({ store, ports }),

    /** With the network off nothing is due: what is missed is made up for, once, when it is back. */
    startDue() {
      if (network.isOffline()) return
      const due = listDue(store.read, ports.clock.nowMs()).filter(({ id }) => !queue.has(id))
      if (due.length === 0) return
      markScheduled(store, due, ports.clock.nowMs())
      for (const connection of due) queue.add(connection, 'schedule')
    },

    ready: recovered,
    whenIdle: queue.whenIdle,

    async close() {
      await recovered
      await queue.stopAll(new AppError('sync.interrupted'))
    },
  }
}
