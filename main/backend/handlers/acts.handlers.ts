import { getAct, listActs } from '#main/queries/acts.query.ts'
import { listPayments } from '#main/queries/payments.query.ts'
import type { acts } from '#shared/contract/acts.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const actsHandlers = ({ acts: service, payments, scopeOf }: Parts): HandlersOf<typeof acts> => ({
  'acts.list': (input, { session }) => listActs(scopeOf(session), input),
  'acts.get': ({ id }, { session }) => getAct(scopeOf(session), id),
  'acts.load': (input, { session }) => service.load(session, scopeOf(session), input),
  'acts.add': (input, { session }) => service.add(session, scopeOf(session), input),
  'acts.update': (input, { session }) => service.update(session, input),
  'acts.withdraw': (input, { session }) => service.withdraw(session, input),
  'payments.list': (input, { session }) => listPayments(scopeOf(session), input),
  'payments.load': (input, { session }) => payments.load(session, input),
  'payments.match': (input, { session }) => payments.match(session, input),
  'payments.remove': (input, { session }) => payments.remove(session, input),
})
