import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import { intoBin } from '#renderer/app/costs/chart/drill.ts'
import { Legend } from '#renderer/app/costs/chart/Legend.tsx'
import { toggleHidden } from '#renderer/app/costs/chart/view.ts'
import { linkOfView } from '#renderer/app/costs/view-query.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import { SpendGaps } from '../components/SpendGaps.tsx'
import { capitalised } from '../view.ts'
import styles from './ChartBody.module.css'
import type { ChartLook } from './ChartTile.tsx'
import { whyNoChange } from './sections.ts'
import { TileTable } from './TileTable.tsx'
import { useGaps } from './use-gaps.ts'
import type { ViewTile } from './use-tile.ts'
import { useTileChart } from './use-tile-chart.ts'

type Props = ChartLook & { view: ViewTile; answer: Answer; section: Section }

export const CHART_HEIGHT = 268

export function ChartBody({ view, answer, section, isTable, hidden, onTable: _, onHidden }: Props) {
  const { t } = useText()
  const format = useFormat()
  const theme = useChartTheme()
  const [, navigate] = useLocation()
  const gaps = useGaps(answer.period)
  const made = useTileChart({ spec: view.spec, answer, section, hidden, gaps, theme })
  const { chart, parts, shown, figures, words, total, before } = made
  const open = (index: number): void => {
    const bin = answer.bins[index]
    if (bin && chart.isOfBins) navigate(linkOfView({ ...view.spec, ...intoBin(view.spec, bin) }))
  }
  const label = useMemo(
    () =>
      t('views.tile.chartLabel', {
        title: view.title,
        range: format.dayRange(answer.period.from, answer.period.to),
        total: figures.exact(total),
        top: shown
          .slice(0, 3)
          .map((part) => `${part.label} ${figures.exact(part.total)}`)
          .join(', '),
      }),
    [t, view.title, format, answer.period, figures, total, shown],
  )
  const why = whyNoChange(answer, section, view.noFullDay, t)
  return (
    <>
      {isTable ? (
        <TileTable made={made} answer={answer} view={view} height={CHART_HEIGHT} gaps={gaps} />
      ) : (
        <Chart option={chart.option} height={CHART_HEIGHT} label={label} onPick={open} />
      )}
      <Legend
        parts={parts}
        hidden={hidden}
        theme={theme}
        figures={figures}
        before={before === null ? null : { label: words.before, amount: before }}
        budget={null}
        onToggle={(id) =>
          onHidden(
            toggleHidden(
              parts.map((part) => part.id),
              hidden,
              id,
            ),
          )
        }
      />
      <p className={styles.totals}>
        <span className={styles.total}>
          {words.total}
          {shown.length < parts.length ? ` (${t('dashboard.spend.partial')})` : ''}{' '}
          <data value={total}>{figures.exact(total)}</data>
        </span>
        <SpendGaps bins={answer.bins} gaps={gaps} />
        {why === null ? null : <span className={styles.soft}>{capitalised(why)}</span>}
      </p>
    </>
  )
}
