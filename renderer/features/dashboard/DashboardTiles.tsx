import type { UseQueryResult } from '@tanstack/react-query'
import { LayoutGrid } from 'lucide-react'
import { useState } from 'react'
import { LeaveGuard } from '#renderer/app/LeaveGuard.tsx'
import type { PeriodState } from '#renderer/app/period/use-period.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import type { SummaryView } from '#shared/contract/dashboard.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { BoardTile } from '#shared/contract/views.ts'
import { AddTileDialog } from './arrange/AddTileDialog.tsx'
import { ArrangeBar } from './arrange/ArrangeBar.tsx'
import { ArrangeBoard } from './arrange/ArrangeBoard.tsx'
import { useTileNames } from './arrange/use-tile-names.ts'
import { removeTile } from './board.ts'
import styles from './DashboardTiles.module.css'
import { stateOf, type TileStates, withState } from './tile-state.ts'
import { Board } from './tiles/Board.tsx'
import { Tile } from './tiles/Tile.tsx'
import type { Arranging } from './use-arranging.ts'

type Props = {
  arranging: Arranging
  board: UseQueryResult<CallOutput<'boards.get'>, TransportError>
  views: UseQueryResult<CallOutput<'views.list'>, TransportError>
  summary: UseQueryResult<SummaryView, TransportError>
  period: PeriodState
  states: TileStates
  onStates: (states: TileStates) => void
}

/** Leaving for the same page with another period loses nothing. */
const isLost = (to: URL): boolean => to.pathname !== '/'

export function DashboardTiles({ arranging, board, views, summary, period, states, onStates }: Props) {
  const { t } = useText()
  const [isAdding, setAdding] = useState(false)
  const [added, setAdded] = useState<string | null>(null)
  const all = views.data?.items ?? []
  const nameOf = useTileNames(all)
  const failed = board.error ?? views.error
  if (board.data === undefined || views.data === undefined) {
    if (!failed) return <div aria-busy="true" className={styles.waiting} />
    const retry = (): void => void Promise.all([board.refetch(), views.refetch()])
    return <ErrorBanner error={failed} onRetry={retry} isRetrying={board.isFetching || views.isFetching} />
  }
  const { tiles, isArranging, change, save } = arranging
  const tileOf = (tile: BoardTile) => (
    <Tile
      tile={tile}
      view={all.find(({ id }) => id === tile.viewId)}
      period={period}
      summary={summary}
      state={stateOf(states, tile.id)}
      onState={(patch) => onStates(withState(states, tile.id, patch))}
      onRemove={() => save(removeTile(tiles, tile.id))}
    />
  )
  return (
    <div className={styles.page}>
      {isArranging ? (
        <>
          <ArrangeBar arranging={arranging} onAdd={() => setAdding(true)} />
          <LeaveGuard isDirty={arranging.canUndo} isLost={isLost} />
        </>
      ) : null}
      {tiles.length === 0 ? (
        <EmptyState
          icon={LayoutGrid}
          title={t('views.arrange.none')}
          text={t('views.arrange.noneText')}
          action={
            isArranging ? undefined : <Button onClick={arranging.start}>{t('views.arrange.start')}</Button>
          }
        />
      ) : isArranging ? (
        <ArrangeBoard arranging={arranging} nameOf={nameOf} focusId={added}>
          {tileOf}
        </ArrangeBoard>
      ) : (
        <Board tiles={tiles}>{tileOf}</Board>
      )}
      <AddTileDialog
        isOpen={isAdding}
        views={all}
        onClose={() => setAdding(false)}
        onAdd={(tile) => {
          change((now) => [...now, tile])
          setAdding(false)
          setAdded(tile.id)
        }}
      />
    </div>
  )
}
