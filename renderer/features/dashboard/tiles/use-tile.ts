import { useMemo } from 'react'
import { viewName } from '#renderer/app/costs/view-name.ts'
import { linkOfView } from '#renderer/app/costs/view-query.ts'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import type { PeriodState } from '#renderer/app/period/use-period.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import type { BoardTile, SavedView } from '#shared/contract/views.ts'
import { specOfTile } from '#shared/lib/tile-spec.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'

/** What every tile of a view stands on. */
export type ViewTile = {
  tile: BoardTile
  /** The view as the tile shows it: on the page's days, cut as somebody has just chosen. */
  spec: ViewSpec
  title: string
  /** Where its title leads: the view as it is shown here. */
  href: string
  /** The days, in words. */
  words: string
  /** Said in place of figures while no day is over. */
  noFullDay: string | null
}

/** `cut`: another grouping than the view's own, for now. */
export function useViewTile(
  tile: BoardTile,
  view: SavedView,
  period: PeriodState,
  cut: CostDimension | undefined,
): ViewTile {
  const { t, language } = useText()
  const { today } = useSession()
  return useMemo(() => {
    const page = { ...period.period, preset: period.preset }
    const shown = specOfTile(view.spec, tile, page, today)
    const spec = cut === undefined ? shown : { ...shown, groupBy: [cut] }
    const { from, to } = resolveViewPeriod(spec.period, today)
    const link = linkOfView(spec)
    return {
      tile,
      spec,
      title: viewName(view, t),
      href: `${link}${link.includes('?') ? '&' : '?'}view=${encodeURIComponent(view.id)}`,
      words: rangeWords(from, to, today, language),
      noFullDay: tile.period === 'page' ? period.noFullDay : null,
    }
  }, [tile, view, period, cut, today, t, language])
}
