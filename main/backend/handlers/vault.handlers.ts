import type { network } from '#shared/contract/network.ts'
import type { vault } from '#shared/contract/vault.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const vaultHandlers = ({
  vault: service,
  network: way,
}: Parts): HandlersOf<typeof vault & typeof network> => ({
  'vault.getState': () => service.getState(),
  'vault.update': (input) => service.update(input),
  'vault.unlock': ({ passphrase }) => service.unlock(passphrase),
  'vault.lock': () => service.lock(),
  'vault.updatePassphrase': (input) => service.updatePassphrase(input),
  'network.getState': () => way.getState(),
  'network.update': (input) => way.update(input),
})
