import { ChartNoAxesColumn } from 'lucide-react'
import { useMemo } from 'react'
import { figuresOf } from '#renderer/app/costs/chart/view.ts'
import { explainSpec, waterfallSteps } from '#renderer/app/costs/chart/why.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { waterfallOption } from '#shared/charts/waterfall-option.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { Panel } from '../components/Panel.tsx'
import { CHART_HEIGHT } from './ChartBody.tsx'
import { TileTitle } from './TileTitle.tsx'
import type { ViewTile } from './use-tile.ts'

/** Why costs changed: prices, quantities, what is new and what is gone. */
export function WaterfallTile({ view }: { view: ViewTile }) {
  const { t } = useText()
  const { spec, title, href, words } = view
  const query = useCall('explorer.explain', { spec: explainSpec(spec, spec.groupBy) })
  return (
    <Panel
      title={<TileTitle title={title} href={href} />}
      subtitle={words}
      query={query}
      skeleton={<Skeleton height={CHART_HEIGHT} radius={8} />}
    >
      {(answer) =>
        answer.unit === null ? (
          <EmptyState icon={ChartNoAxesColumn} title={t('views.tile.none')} text={t('views.tile.noneNext')} />
        ) : (
          <Steps view={view} answer={answer} unit={answer.unit} />
        )
      }
    </Panel>
  )
}

type StepsProps = { view: ViewTile; answer: CallOutput<'explorer.explain'>; unit: string }

function Steps({ view, answer, unit }: StepsProps) {
  const { t, language } = useText()
  const format = useFormat()
  const theme = useChartTheme()
  const figures = useMemo(
    () => figuresOf({ unit, isCurrency: true }, format, language),
    [unit, format, language],
  )
  const steps = useMemo(() => waterfallSteps(answer, t), [answer, t])
  const option = useMemo(() => waterfallOption(steps, theme, figures), [steps, theme, figures])
  const told = steps
    .map(({ label, amount, kind }) => `${label} ${figures.exact(amount, { sign: kind === 'effect' })}`)
    .join(', ')
  return (
    <Chart
      option={option}
      height={CHART_HEIGHT}
      label={t('views.tile.steps', {
        title: view.title,
        range: format.dayRange(answer.period.from, answer.period.to),
        steps: told,
      })}
    />
  )
}
