import { getChart } from '#main/queries/explorer-chart.query.ts'
import { countFilter, listDimensions } from '#main/queries/explorer-dimensions.query.ts'
import { explain } from '#main/queries/explorer-explain.query.ts'
import { listRows } from '#main/queries/explorer-rows.query.ts'
import { listUsage } from '#main/queries/explorer-usage.query.ts'
import { listValues } from '#main/queries/explorer-values.query.ts'
import type { explorer } from '#shared/contract/explorer.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const explorerHandlers = ({ scopeOf, tableExport }: Parts): HandlersOf<typeof explorer> => ({
  'explorer.listDimensions': (_, { session }) => listDimensions(scopeOf(session)),
  'explorer.listValues': (input, { session }) => listValues(scopeOf(session), input),
  'explorer.getChart': (input, { session }) => getChart(scopeOf(session), input),
  'explorer.listRows': (input, { session }) => listRows(scopeOf(session), input),
  'explorer.explain': (input, { session }) => explain(scopeOf(session), input),
  'explorer.listUsage': (input, { session }) => listUsage(scopeOf(session), input),
  'explorer.startExport': (input, { session }) => tableExport.start(session, input),
  'explorer.countFilter': (input, { session }) => countFilter(scopeOf(session), input),
})
