import { ChartTile } from './ChartTile.tsx'
import { ListTile } from './ListTile.tsx'
import { MoversTile } from './MoversTile.tsx'
import { NumberTile } from './NumberTile.tsx'
import type { TileProps } from './Tile.tsx'
import { UsageTile } from './UsageTile.tsx'
import { useViewTile } from './use-tile.ts'
import { WaterfallTile } from './WaterfallTile.tsx'

type Props = Pick<TileProps, 'tile' | 'period' | 'state' | 'onState'> & {
  view: NonNullable<TileProps['view']>
}

/** A saved view as a number, a picture or a list. */
export function ViewTile({ tile, view, period, state, onState }: Props) {
  const shown = useViewTile(tile, view, period, state.cut ?? undefined)
  const own = view.spec.groupBy
  const onCut = (cut: typeof state.cut): void => onState({ cut, hidden: [] })
  switch (tile.look) {
    case 'number':
      return <NumberTile view={shown} />
    case 'list':
      if (view.spec.look === 'usage') return <UsageTile view={shown} />
      if (view.spec.look === 'waterfall') return <MoversTile view={shown} own={own} onCut={onCut} />
      return <ListTile view={shown} own={own} onCut={onCut} />
    case 'chart':
      if (view.spec.look === 'waterfall') return <WaterfallTile view={shown} />
      return (
        <ChartTile
          view={shown}
          own={own}
          onCut={onCut}
          isTable={state.isTable}
          hidden={state.hidden}
          onTable={(isTable) => onState({ isTable })}
          onHidden={(hidden) => onState({ hidden })}
        />
      )
  }
}
