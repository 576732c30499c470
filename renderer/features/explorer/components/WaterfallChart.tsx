import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import { waterfallOption } from '#renderer/ui/chart/waterfall-option.ts'
import type { Figures } from '../view.ts'
import { type Explanation, waterfallSteps } from '../why.ts'

const HEIGHT = 300

/** From what it was to what it is, effect by effect. */
export function WaterfallChart({ answer, figures }: { answer: Explanation; figures: Figures }) {
  const { t } = useText()
  const theme = useChartTheme()
  const steps = useMemo(() => waterfallSteps(answer, t), [answer, t])
  const option = useMemo(
    // Totals that differ by little would all read as 1,1 million.
    () => waterfallOption(steps, theme, { exact: figures.exact, compact: figures.whole }),
    [steps, theme, figures],
  )
  return (
    <Chart
      option={option}
      height={HEIGHT}
      label={steps
        .map(({ label, amount, kind }) => `${label} ${figures.exact(amount, { sign: kind === 'effect' })}`)
        .join(', ')}
    />
  )
}
