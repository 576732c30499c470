import { listMonths } from '#main/queries/months.query.ts'
import { listRates } from '#main/queries/rates.query.ts'
import type { rates } from '#shared/contract/rates.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const ratesHandlers = ({ rates: service, months, scopeOf }: Parts): HandlersOf<typeof rates> => ({
  'rates.list': (input, { session }) => listRates(scopeOf(session), input),
  'rates.startFetch': (input, { session }) => service.startFetch(session, scopeOf(session), input),
  'rates.load': ({ token }, { session }) => service.load(session, token),
  'rates.update': (input, { session }) => service.update(session, input),
  'rates.remove': (input, { session }) => service.remove(session, input),
  'rates.updateAct': (input, { session }) => service.updateAct(session, input),
  'rates.updateRule': (input, { session }) => service.updateRule(session, input),
  'months.list': (_, { session }) => listMonths(scopeOf(session)),
  'months.close': (input, { session }) => months.close(session, scopeOf(session), input),
  'months.reopen': (input, { session }) => months.reopen(session, input),
})
