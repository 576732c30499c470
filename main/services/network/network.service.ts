import type { NetRoute } from '#main/ports/net.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { VaultService } from '../vault/vault.service.ts'

export type NetworkService = {
  getState(): Promise<CallOutput<'network.getState'>>
  update(input: ParsedInput<'network.update'>): Promise<Record<string, never>>
  /** How requests go out now, the proxy's password in its address. */
  route(): Promise<NetRoute>
}

export function createNetwork(_parts: { store: Store; vault: VaultService }): NetworkService {
  const later = (): never => {
    throw new Error('not written yet')
  }
  return { getState: later, update: later, route: later }
}
