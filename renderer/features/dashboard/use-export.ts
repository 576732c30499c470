import { useCallback } from 'react'
import { viewName } from '#renderer/app/costs/view-name.ts'
import type { PeriodState } from '#renderer/app/period/use-period.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import type { SummaryView } from '#shared/contract/dashboard.ts'
import type { BoardTile, SavedView } from '#shared/contract/views.ts'
import { specOfTile } from '#shared/lib/tile-spec.ts'
import { describeError } from '#shared/texts/errors.ts'
import { pngBase64 } from './picture.ts'
import { stateOf, type TileStates } from './tile-state.ts'
import { type ShownView, useOverviewPicture } from './use-overview-picture.ts'

type Shown = {
  period: PeriodState
  states: TileStates
  tiles: readonly BoardTile[]
  views: readonly SavedView[]
  summary: SummaryView | undefined
}

/** As many of the board's own as stand beside the forecast and the savings. */
const MOST_NUMBERS = 2

/** Saves what is on screen: its tables for Excel, or one picture. */
export function useExport({ period, states, tiles, views, summary }: Shown): {
  csv: () => void
  png: () => void
} {
  const { t, language } = useText()
  const { today } = useSession()

  const save = useCallback(
    async (make: () => Promise<Parameters<(typeof transport.host)['host.saveFile']>[0]>): Promise<void> => {
      try {
        const path = await transport.host['host.saveFile'](await make())
        if (path !== null) showToast({ tone: 'ok', text: t('dashboard.exported'), detail: path })
      } catch (error) {
        const detail =
          error instanceof TransportError ? describeError(error.error, language).title : undefined
        showToast({ tone: 'bad', text: t('dashboard.exportFailed'), detail })
      }
    },
    [t, language],
  )

  /** Tiles of views as they are shown. */
  const shown = tiles.flatMap((tile): ShownView[] => {
    const view = views.find(({ id }) => id === tile.viewId)
    if (!view) return []
    const { cut } = stateOf(states, tile.id)
    const own = specOfTile(view.spec, tile, { ...period.period, preset: period.preset }, today)
    const spec = cut === null ? own : { ...own, groupBy: [cut] }
    return [{ tile, title: viewName(view, t), spec }]
  })
  const draw = useOverviewPicture(shown.find(({ tile }) => tile.look === 'chart'))
  const stem = `infrazen-${period.period.from}_${period.period.to}`

  return {
    csv: () =>
      void save(async () => {
        const { from, to } = period.period
        const file = await transport.call('dashboard.export', {
          period: { from, to },
          tiles: shown.map(({ tile, title, spec }) => ({
            title,
            spec:
              tile.look === 'chart' ? spec : { ...spec, granularity: 'total' as const, isCumulative: false },
          })),
          language,
        })
        return { fileName: file.fileName, mediaType: file.mediaType, data: file.text, encoding: 'utf8' }
      }),
    png: () =>
      void save(async () => {
        if (!summary) throw new Error('nothing is shown yet')
        const numbers = shown.filter(({ tile }) => tile.look === 'number').slice(0, MOST_NUMBERS)
        const canvas = await draw({ numbers, summary, period: `${period.full}, ${period.against}` })
        return {
          fileName: `${stem}.png`,
          mediaType: 'image/png',
          data: pngBase64(canvas),
          encoding: 'base64',
        }
      }),
  }
}
