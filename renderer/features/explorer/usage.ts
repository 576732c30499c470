import { createElement } from 'react'
import { valueLabel } from '#renderer/app/costs/value-label.ts'
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { GridCell, GridColumn, GridRow } from '#renderer/ui/grid/types.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { LoadBar } from './components/LoadBar.tsx'

export type UsageItem = CallOutput<'explorer.listUsage'>['items'][number]

const METRICS = ['cpu', 'ram', 'disk'] as const

export const usageColumns = (t: Translate): GridColumn[] => [
  { id: 'name', label: t('costs.dimension.resource'), width: 240, align: 'start' },
  { id: 'type', label: t('costs.dimension.resourceType'), width: 150, align: 'start' },
  { id: 'provider', label: t('costs.dimension.provider'), width: 130, align: 'start' },
  { id: 'cost', label: t('explorer.column.cost'), width: 140, align: 'end' },
  ...METRICS.map(
    (metric): GridColumn => ({
      id: metric,
      label: t(`explorer.usage.${metric}`),
      hint: t('explorer.usage.hint'),
      width: 170,
      align: 'end',
    }),
  ),
  {
    id: 'days',
    label: t('explorer.usage.days'),
    hint: t('explorer.usage.daysHint'),
    width: 110,
    align: 'end',
  },
]

export function usageRow(item: UsageItem, t: Translate, language: Locale, format: Format): GridRow {
  const load = (metric: (typeof METRICS)[number]): GridCell => {
    const measured = item[metric]
    if (measured === null) return { text: '—', exact: '', tone: 'soft' }
    const text = t('explorer.usage.load', {
      mean: format.percent(measured.mean, { digits: 0 }),
      peak: format.percent(measured.peak, { digits: 0 }),
    })
    return {
      text,
      exact: measured.mean.toFixed(4),
      content: createElement(LoadBar, { mean: measured.mean, peak: measured.peak, text }),
    }
  }
  return {
    key: `${item.key} ${item.currency}`,
    cells: [
      { text: item.name, opens: true },
      { text: item.type === null ? '' : valueLabel('resourceType', item.type, null, t, language) },
      { text: valueLabel('provider', item.provider, null, t, language) },
      {
        text: format.money({ amount: item.cost, currency: item.currency }),
        exact: item.cost,
        unit: item.currency,
      },
      ...METRICS.map(load),
      { text: format.number(item.days), exact: String(item.days) },
    ],
  }
}
