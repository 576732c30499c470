import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { linkOfView, plainView } from '#renderer/app/costs/view-query.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Grid } from '#renderer/ui/grid/Grid.tsx'
import type { GridColumn, GridRow } from '#renderer/ui/grid/types.ts'
import type { SeriesView } from '#shared/contract/business.ts'
import type { CostWhere } from '#shared/contract/costs.ts'
import { bothOf } from '#shared/lib/group-where.ts'
import styles from '../business.module.css'
import { formatUnitMoney } from '../unit-money.ts'
import type { BusinessUrl } from '../url.ts'
import { useBinWords } from './use-bin-words.ts'
import type { UnitCosts } from './view.ts'

type Props = { series: SeriesView; costs: UnitCosts; url: BusinessUrl }

/** The exact figures; Enter leads to the costs of a period. */
export function UnitTable({ series, costs, url }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const words = useBinWords()
  const [, navigate] = useLocation()
  const { bins, currency } = costs
  const columns: GridColumn[] = [
    { id: 'period', label: t('business.units.period'), width: 200, align: 'start' },
    { id: 'cost', label: t('business.units.cost'), width: 170, align: 'end' },
    { id: 'units', label: t('business.units.units'), width: 150, align: 'end' },
    { id: 'unitCost', label: t('business.units.unitCost'), width: 190, align: 'end' },
    { id: 'note', label: t('business.units.note'), width: 260, align: 'start' },
  ]
  const rows = useMemo(
    () =>
      bins.map(
        (bin): GridRow => ({
          key: bin.from,
          cells: [
            { text: words.long(bin) },
            {
              text: format.money({ amount: bin.cost, currency }),
              exact: bin.cost,
              unit: currency,
              opens: true,
            },
            bin.units === null
              ? { text: '—', tone: 'soft' }
              : { text: format.number(bin.units, 6), exact: bin.units, unit: series.unit },
            bin.unitCost === null
              ? { text: '—', tone: 'soft' }
              : { text: formatUnitMoney(bin.unitCost, currency, language), exact: bin.unitCost },
            { text: bin.gap === null ? '' : t(`business.gap.${bin.gap}`), tone: 'soft' },
          ],
        }),
      ),
    [bins, currency, series, words, format, t, language],
  )
  const open = (index: number): void => {
    const bin = bins[index]
    if (!bin) return
    const part: CostWhere =
      series.tagId !== null && url.part !== null
        ? [[{ dimension: `virtual:${series.tagId}`, op: 'is', values: [url.part] }]]
        : []
    const { metric, vat } = url
    const where = bothOf(url.where, part)
    navigate(linkOfView({ ...plainView, metric, vat, where, period: { from: bin.from, to: bin.to } }))
  }
  return (
    <Card title={t('business.units.table')} padding="none">
      <Grid
        label={t('business.units.table')}
        columns={columns}
        count={rows.length}
        rowAt={(index) => rows[index] ?? null}
        onOpen={open}
        height={580}
      />
      <p className={styles.foot}>{t('business.units.rounding')}</p>
    </Card>
  )
}
