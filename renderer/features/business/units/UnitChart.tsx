import { useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Chart } from '#renderer/ui/chart/Chart.tsx'
import { useChartTheme } from '#renderer/ui/chart/use-chart-theme.ts'
import type { SeriesView } from '#shared/contract/business.ts'
import styles from '../business.module.css'
import { formatUnitMoney } from '../unit-money.ts'
import { unitOption } from './unit-chart.ts'
import { useBinWords } from './use-bin-words.ts'
import { extremesOf, type UnitCosts } from './view.ts'

/** Costs as bars, one unit's cost as a line; periods without one are hatched. */
export function UnitChart({ series, costs }: { series: SeriesView; costs: UnitCosts }) {
  const { t, language } = useText()
  const format = useFormat()
  const theme = useChartTheme()
  const words = useBinWords()
  const { bins, currency, mean } = costs
  const extremes = useMemo(() => extremesOf(bins), [bins])
  const option = useMemo(
    () =>
      unitOption(bins, theme, {
        binShort: words.short,
        binTitle: words.long,
        money: (amount) => format.money({ amount, currency }),
        unitMoney: (amount) => formatUnitMoney(amount, currency, language),
        number: (value) => format.number(value, 6),
        axis: (value) => format.moneyCompact({ amount: String(value), currency }),
        // All steps of an axis have as many places, whatever their size.
        unitAxis: (value) =>
          extremes && Number(extremes.most) < 1
            ? formatUnitMoney(value.toFixed(6), currency, language)
            : format.money({ amount: value.toFixed(2), currency }),
        gap: ({ gap }) => (gap === null ? null : t(`business.gap.${gap}`)),
        cost: t('business.units.cost'),
        units: t('business.units.units'),
        unitCost: t('business.units.unitCost'),
      }),
    [bins, extremes, currency, theme, words, format, t, language],
  )
  const unitMoney = (amount: string): string => formatUnitMoney(amount, currency, language)
  const label =
    extremes && mean !== null
      ? t('business.units.chartLabel', {
          name: series.name,
          least: unitMoney(extremes.least),
          most: unitMoney(extremes.most),
          mean: unitMoney(mean),
        })
      : t('business.units.chartNone', { name: series.name })
  return (
    <Card title={t('business.units.chart')}>
      <Chart option={option} height={300} label={label} />
      <ul className={styles.legend} aria-hidden>
        <li data-kind="cost">{t('business.units.cost')}</li>
        <li data-kind="unit">{t('business.units.unitCost')}</li>
        {bins.some(({ gap }) => gap !== null) ? (
          <li data-kind="gap">{t('business.units.gapLegend')}</li>
        ) : null}
      </ul>
    </Card>
  )
}
