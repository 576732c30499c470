import type { UseQueryResult } from '@tanstack/react-query'
import type { PeriodState } from '#renderer/app/period/use-period.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { SummaryView } from '#shared/contract/dashboard.ts'
import type { BoardTile, SavedView } from '#shared/contract/views.ts'
import { AdvicePanel } from '../components/AdvicePanel.tsx'
import { AlertsPanel } from '../components/AlertsPanel.tsx'
import { ProvidersPanel } from '../components/ProvidersPanel.tsx'
import { UtilizationPanel } from '../components/UtilizationPanel.tsx'
import type { TileState } from '../tile-state.ts'
import { GoneTile } from './GoneTile.tsx'
import { SummaryTile } from './SummaryTile.tsx'
import { ViewTile } from './ViewTile.tsx'

export type TileProps = {
  tile: BoardTile
  /** Undefined: it is gone, or the tile needs none. */
  view: SavedView | undefined
  period: PeriodState
  summary: UseQueryResult<SummaryView, TransportError>
  state: TileState
  onState: (state: Partial<TileState>) => void
  onRemove: () => void
}

export function Tile({ tile, view, period, summary, state, onState, onRemove }: TileProps) {
  switch (tile.kind) {
    case 'view':
      return view ? (
        <ViewTile tile={tile} view={view} period={period} state={state} onState={onState} />
      ) : (
        <GoneTile onRemove={onRemove} />
      )
    case 'connections':
      return tile.look === 'number' ? <SummaryTile kind="connections" query={summary} /> : <Connections />
    case 'forecast':
    case 'savings':
    case 'resources':
      return <SummaryTile kind={tile.kind} query={summary} />
    case 'alerts':
      return <Alerts />
    case 'usage':
      return <Usage period={period} />
    case 'advice':
      return <Advice />
  }
}

/** One call a panel: each loads, fails and is retried by itself. */
const Connections = () => <ProvidersPanel query={useCall('connections.list', {})} />
const Alerts = () => <AlertsPanel query={useCall('dashboard.listAlerts', {})} />
const Advice = () => <AdvicePanel query={useCall('recommendations.list', { limit: 5 })} />
const Usage = ({ period }: { period: PeriodState }) => (
  <UtilizationPanel
    query={useCall('dashboard.getUtilization', { period: period.period })}
    noFullDay={period.noFullDay}
  />
)
