import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { Store } from '#main/store/store.ts'
import type { EventName } from '#shared/contract/events.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { OpenAccount } from '../accounts/open-account.ts'
import type { VaultService } from '../vault/vault.service.ts'

export type SyncService = {
  start(session: Session, input: ParsedInput<'sync.start'>): CallOutput<'sync.start'>
  cancel(session: Session, connectionId: string): Record<string, never>
  list(session: Session): CallOutput<'sync.list'>
  updateLimits(input: ParsedInput<'sync.updateLimits'>): Record<string, never>
  /** Cancels whatever runs for the connection and resolves when nothing of it runs any more. */
  stop(connectionId: string): Promise<void>
  /** Starts what is due by its schedule; runs missed while the program was off count as one. */
  startDue(): void
  /** For the terminal: all that is due, or these, or all; resolves when they have ended. */
  run(which: 'due' | 'all' | readonly string[]): Promise<SyncReport>
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
  emit(name: EventName, workspaceId: string | null): void
}

export function createSync(_parts: Parts): SyncService {
  const later = (): never => {
    throw new Error('not written yet')
  }
  return {
    start: later,
    cancel: later,
    list: later,
    updateLimits: later,
    stop: later,
    startDue: later,
    run: later,
    whenIdle: later,
    close: async () => undefined,
  }
}
