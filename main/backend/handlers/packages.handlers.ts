import type { packages } from '#shared/contract/packages.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const packagesHandlers = ({ packages: service, transfer }: Parts): HandlersOf<typeof packages> => ({
  'packages.list': () => service.list(),
  'packages.load': ({ token }, { session }) => service.load(session, token),
  'packages.addKey': (input, { session }) => service.addKey(session, input),
  'packages.removeKey': ({ id }, { session }) => service.removeKey(session, id),
  'transfer.list': (_, { session }) => transfer.list(session),
  'transfer.start': (input, { session }) => transfer.start(session, input),
  'transfer.open': (input, { session }) => transfer.open(session, input),
  'transfer.merge': (input, { session }) => transfer.merge(session, input),
})
