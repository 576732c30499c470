import { useCall } from '#renderer/transport/use-call.ts'
import type { SpenderKind, SpendGroup } from '#shared/contract/dashboard.ts'
import type { Period } from '#shared/contract/values.ts'

type Asked = { period: Period; groupBy: SpendGroup; top: SpenderKind; moved: SpenderKind }

const ROWS = 7

/** One call a panel: each loads, fails and is retried by itself. */
export const useDashboard = ({ period, groupBy, top, moved }: Asked) => ({
  summary: useCall('dashboard.getSummary', { period }),
  spend: useCall('dashboard.getSpend', { period, groupBy }),
  utilization: useCall('dashboard.getUtilization', { period }),
  spenders: useCall('dashboard.listSpenders', { period, by: top, limit: ROWS }),
  movers: useCall('dashboard.listMovers', { period, by: moved, limit: ROWS }),
  alerts: useCall('dashboard.listAlerts', {}),
  advice: useCall('recommendations.list', { limit: 5 }),
  connections: useCall('connections.list', {}),
})
