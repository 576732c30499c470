import type { Ports } from '#main/ports/ports.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'

export type Secrets = Readonly<Record<string, string>>

export type VaultService = {
  getState(): Promise<CallOutput<'vault.getState'>>
  update(input: ParsedInput<'vault.update'>): Promise<CallOutput<'vault.update'>>
  unlock(passphrase: string): Promise<Record<string, never>>
  lock(): Record<string, never>
  updatePassphrase(input: ParsedInput<'vault.updatePassphrase'>): Promise<Record<string, never>>
  /** Throws vault.notChosen, vault.locked, vault.noKeychain… where secrets cannot be read or written now. */
  assertOpen(): Promise<void>
  /** All secrets under one name (`connection/<id>`, `proxy`); null when there are none. */
  read(name: string): Promise<Secrets | null>
  /** Takes the place of what was kept under the name. */
  keep(name: string, secrets: Secrets): Promise<void>
  forget(name: string): Promise<void>
}

export function createVault(_parts: { store: Store; ports: Ports }): VaultService {
  const later = (): never => {
    throw new Error('not written yet')
  }
  return {
    getState: later,
    update: later,
    unlock: later,
    lock: later,
    updatePassphrase: later,
    assertOpen: later,
    read: later,
    keep: later,
    forget: later,
  }
}
