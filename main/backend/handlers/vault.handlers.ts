import type { network } from '#shared/contract/network.ts'
import type { vault } from '#shared/contract/vault.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const vaultHandlers = ({
  vault: service,
  network: way,
}: Parts): HandlersOf<typeof vault & typeof network> => ({
  'vault.getState': () => service.getState(),
  'vault.update': (input, { session }) => service.update(session, input),
  'vault.unlock': ({ passphrase }, { session }) => service.unlock(session, passphrase),
  'vault.lock': (_, { session }) => service.lock(session),
  'vault.updatePassphrase': (input, { session }) => service.updatePassphrase(session, input),
  'network.getState': (_, { session }) => way.getState(session),
  'network.update': (input, { session }) => way.update(session, input),
})
