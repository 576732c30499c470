import { getDifferences, listDifferences, listMoments } from '#main/queries/differences.query.ts'
import { exportDifferences } from '#main/services/export/inventory-export.ts'
import type { differences } from '#shared/contract/differences.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const differencesHandlers = ({ scopeOf }: Parts): HandlersOf<typeof differences> => ({
  'differences.listMoments': (_, { session }) => listMoments(scopeOf(session)),
  'differences.getSummary': (input, { session }) => getDifferences(scopeOf(session), input),
  'differences.listLines': (input, { session }) => listDifferences(scopeOf(session), input),
  'differences.export': (input, { session }) => exportDifferences(scopeOf(session), input),
})
