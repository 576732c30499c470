import { listVat } from '#main/queries/vat.query.ts'
import type { vat } from '#shared/contract/vat.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const vatHandlers = ({ scopeOf, vat: terms }: Parts): HandlersOf<typeof vat> => ({
  'vat.list': (_, { session }) => listVat(scopeOf(session)),
  'vat.update': (input, { session }) => terms.update(session, input),
})
