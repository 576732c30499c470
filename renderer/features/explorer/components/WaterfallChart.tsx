import { useCallback, useMemo } from 'react'
import { differenceOf, type Figures, isZero, sumOf } from '#renderer/app/costs/chart/view.ts'
import { type Explanation, waterfallSteps } from '#renderer/app/costs/chart/why.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import type { ChartTheme } from '#shared/charts/chart-theme.ts'
import { type WaterfallStep, waterfallColor, waterfallOption } from '#shared/charts/waterfall-option.ts'
import { type PictureSlot, useChartPicture } from '../use-chart-picture.ts'

const HEIGHT = 300

type Props = { answer: Explanation; figures: Figures; lead: string; picture: PictureSlot }

/** From what it was to what it is, effect by effect. */
export function WaterfallChart({ answer, figures, lead, picture }: Props) {
  const { t } = useText()
  const theme = useChartTheme()
  const steps = useMemo(() => waterfallSteps(answer, t), [answer, t])
  const optionIn = useCallback(
    // Totals that differ by little would all read as 1,1 million.
    (colors: ChartTheme) => waterfallOption(steps, colors, { exact: figures.exact, compact: figures.whole }),
    [steps, figures],
  )
  const option = useMemo(() => optionIn(theme), [optionIn, theme])
  const make = useCallback(
    (colors: ChartTheme) => ({
      option: optionIn(colors),
      legend: told(steps, t('explorer.effect.other')).map((step) => ({
        label: step.label,
        amount: step.amount,
        value: figures.exact(step.amount, { sign: step.kind === 'effect' }),
        color: waterfallColor(step, colors),
      })),
    }),
    [optionIn, steps, figures, t],
  )
  useChartPicture(picture, {
    title: t('costs.look.waterfall'),
    subtitle: lead,
    range: answer.period,
    dataThrough: answer.dataThrough,
    make,
  })
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

/** Steps that are too small to be drawn are still told: figures that are read have to add up. */
function told(steps: readonly WaterfallStep[], rest: string): readonly WaterfallStep[] {
  const after = steps.at(-1)
  if (!after) return steps
  const left = differenceOf(after.amount, sumOf(steps.slice(0, -1).map(({ amount }) => amount)))
  if (isZero(left)) return steps
  return [...steps.slice(0, -1), { id: 'left', label: rest, kind: 'effect', amount: left }, after]
}
