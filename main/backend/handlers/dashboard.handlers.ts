import { listAlerts } from '#main/queries/alerts.query.ts'
import { getSummary } from '#main/queries/dashboard-summary.query.ts'
import { getUtilization } from '#main/queries/dashboard-utilization.query.ts'
import { exportBoard } from '#main/services/table-export/board-export.ts'
import type { dashboard } from '#shared/contract/dashboard.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const dashboardHandlers = ({ scopeOf }: Parts): HandlersOf<typeof dashboard> => ({
  'dashboard.getSummary': (input, { session }) => getSummary(scopeOf(session), input),
  'dashboard.getUtilization': (input, { session }) => getUtilization(scopeOf(session), input),
  'dashboard.listAlerts': (_, { session }) => listAlerts(scopeOf(session)),
  'dashboard.export': (input, { session }) => exportBoard(scopeOf(session), input),
})
