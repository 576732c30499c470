import { getChart } from '#main/queries/explorer-chart.query.ts'
import { explain } from '#main/queries/explorer-explain.query.ts'
import { listRows } from '#main/queries/explorer-rows.query.ts'
import type { explorer } from '#shared/contract/explorer.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

const missing = (): never => {
  throw new AppError('call.unknown')
}

export const explorerHandlers = ({ scopeOf, tableExport }: Parts): HandlersOf<typeof explorer> => ({
  'explorer.listDimensions': missing,
  'explorer.listValues': missing,
  'explorer.getChart': (input, { session }) => getChart(scopeOf(session), input),
  'explorer.listRows': (input, { session }) => listRows(scopeOf(session), input),
  'explorer.explain': (input, { session }) => explain(scopeOf(session), input),
  'explorer.listUsage': missing,
  'explorer.startExport': (input, { session }) => tableExport.start(session, input),
  'explorer.countFilter': missing,
})
