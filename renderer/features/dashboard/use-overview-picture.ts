import { chartOf } from '#renderer/app/costs/chart/chart-of.ts'
import { colorOf } from '#renderer/app/costs/chart/chart-words.ts'
import { useBinWords } from '#renderer/app/costs/chart/use-bin-words.ts'
import { figuresOf, partsOf } from '#renderer/app/costs/chart/view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { drawChart } from '#renderer/ui/chart/draw-chart.ts'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { SummaryView } from '#shared/contract/dashboard.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { BoardTile } from '#shared/contract/views.ts'
import { drawPicture, PICTURE_CHART } from './picture.ts'

/** A tile of a view, as it is shown. */
export type ShownView = { tile: BoardTile; title: string; spec: ViewSpec }

type Asked = { numbers: readonly ShownView[]; summary: SummaryView; period: string }

const ask = (spec: ViewSpec): Promise<CallOutput<'explorer.getChart'>> =>
  transport.call('explorer.getChart', { spec: { ...spec, look: 'bars' } })

/** The overview for a letter or a slide: its first figures, and its first chart. */
export function useOverviewPicture(chart: ShownView | undefined) {
  const { t, language } = useText()
  const format = useFormat()
  const session = useSession()
  const theme = useChartTheme()
  const bins = useBinWords(chart?.spec.granularity ?? 'day')
  const own = { unit: session.currency, isCurrency: true }

  async function figureOf({ title, spec }: ShownView) {
    const [section] = (await ask(spec)).sections
    const ratio = section?.total.changeRatio ?? null
    return {
      label: title,
      value: figuresOf(section ?? own, format, language).exact(section?.total.total ?? '0'),
      note: ratio === null ? '' : format.percent(ratio, { sign: true }),
    }
  }

  async function chartParts() {
    if (!chart) return { chart: null, title: '', legend: [] }
    const answer = await ask(chart.spec)
    const [section] = answer.sections
    if (!section) return { chart: null, title: chart.title, legend: [] }
    const figures = figuresOf(section, format, language)
    const words = {
      figures,
      binShort: bins.short,
      binTitle: bins.title,
      share: (ratio: string | null) => (ratio === null ? '—' : format.percent(ratio)),
      total: t('views.tile.total'),
      before: t('dashboard.spend.before'),
      budget: t('explorer.budget'),
      incomplete: t('explorer.incomplete'),
    }
    const parts = partsOf(section, answer.groupBy, t, language)
    const before = section.total.changeRatio === null ? null : section.before
    const made = chartOf(chart.spec, {
      answer,
      section,
      parts,
      totals: section.total.amounts,
      before,
      budget: section.budget,
      notes: [],
      theme,
      words,
    })
    const legend = parts.map((part) => ({
      label: part.label,
      value: figures.exact(part.total),
      color: colorOf(theme, part),
    }))
    return {
      chart: drawChart(made.option, PICTURE_CHART),
      title: `${chart.title}, ${words.total.toLowerCase()} ${figures.exact(section.total.total)}`,
      legend:
        before === null || section.total.before === null
          ? legend
          : [
              ...legend,
              { label: words.before, value: figures.exact(section.total.before), color: theme.previous },
            ],
    }
  }

  return async ({ numbers, summary, period }: Asked): Promise<HTMLCanvasElement> => {
    const drawn = await chartParts()
    const { forecast, savings, dataThrough } = summary
    return drawPicture(
      {
        title: session.workspaceName,
        subtitle: period,
        demo: session.isDemo ? t('dashboard.demoMark') : null,
        figures: [
          ...(await Promise.all(numbers.map(figureOf))),
          {
            label: t('views.kind.forecast'),
            value: forecast ? format.moneyWhole(forecast.amount) : '—',
            note: forecast
              ? t('dashboard.kpi.pace', { done: forecast.daysDone, count: forecast.daysInMonth })
              : '',
          },
          {
            label: t('views.kind.savings'),
            value: format.money(savings.monthly),
            note: t('dashboard.kpi.savingsCount', { count: savings.count }),
          },
        ],
        chartTitle: drawn.title,
        chart: drawn.chart,
        legend: drawn.legend,
        foot: ['InfraZen', dataThrough ? t('dashboard.freshness', { day: format.day(dataThrough) }) : '']
          .filter(Boolean)
          .join(' · '),
      },
      theme,
    )
  }
}
