import type { Session } from '#main/core/model/session.ts'
import { sameName } from '#main/core/rules/connection-state.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { ProviderDescriptor } from '#main/providers/registry.ts'
import { findConnection } from '#main/queries/connection-rows.query.ts'
import { listSyncable, type Syncable } from '#main/queries/syncable.query.ts'
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
  start(session: Session, input: ParsedInput<'sync.start'>): CallOutput<'sync.start'>
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
  /** For the terminal: all that is due, or these, or all; resolves when they have ended. */
  run(which: 'due' | 'all' | readonly string[]): Promise<SyncReport>
  /** Resolves when what an earlier start left unfinished has been taken back. */
  ready: Promise<void>
  /** Resolves when nothing runs. */
  whenIdle(): Promise<void>
  close(): Promise<void>
}

export type SyncReport = { done: number; partial: number; failed: number }

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

  /** By number or by name, as a person in the terminal calls them. */
  function named(words: readonly string[]): Syncable[] {
    const all = listSyncable(store.read, null)
    return words.map((word) => {
      const found = all.find(({ id, name }) => id === word || sameName(name, word))
      if (!found) throw new AppError('connection.notFound')
      return found
    })
  }

  return {
    start(session, { connectionIds }) {
      if (session.isDemo) throw new AppError('demo.noConnections')
      network.refuseOffline()
      for (const id of connectionIds ?? []) own(session, id)
      const wanted = listSyncable(store.read, connectionIds ?? null, session.workspaceId).filter(
        ({ status }) => connectionIds !== undefined || status !== 'paused',
      )
      const running = wanted.filter(({ id }) => queue.has(id)).length
      for (const connection of wanted) queue.add(connection, 'manual')
      return { started: wanted.length - running, running }
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

    async run(which) {
      await recovered
      if (which === 'due' && network.isOffline()) return { done: 0, partial: 0, failed: 0 }
      network.refuseOffline()
      const nowMs = ports.clock.nowMs()
      const wanted =
        which === 'due'
          ? listDue(store.read, nowMs)
          : which === 'all'
            ? listSyncable(store.read, null).filter(({ status }) => status !== 'paused')
            : named(which)
      if (which === 'due') markScheduled(store, wanted, nowMs)
      const report: SyncReport = { done: 0, partial: 0, failed: 0 }
      for (const end of await Promise.all(wanted.map((one) => queue.add(one, 'terminal').ended)))
        report[end === 'done' || end === 'partial' ? end : 'failed'] += 1
      return report
    },

    ready: recovered,
    whenIdle: queue.whenIdle,

    async close() {
      await recovered
      await queue.stopAll(new AppError('sync.interrupted'))
    },
  }
}
