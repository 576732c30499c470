import { ListFilter } from 'lucide-react'
import { CostFilters } from '#renderer/app/costs/CostFilters.tsx'
import { GroupBy } from '#renderer/app/costs/GroupBy.tsx'
import { WhereEditor } from '#renderer/app/costs/WhereEditor.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { costMetrics, granularities, type ViewLook, type ViewSpec } from '#shared/contract/costs.ts'
import type { ReportBlock } from '#shared/contract/report-spec.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { ComparisonField } from './ComparisonField.tsx'
import { OwnDays } from './OwnDays.tsx'
import styles from './Settings.module.css'
import { TakeView } from './TakeView.tsx'

export type SeenBlock = Extract<ReportBlock, { view: unknown }>

type Props = {
  block: SeenBlock
  /** The report's own days, for the values that a filter offers. */
  period: DayRange
  onChange: (block: SeenBlock) => void
}

const chartLooks: readonly ViewLook[] = ['bars', 'lines', 'pie', 'treemap']
const TOPS = ['5', '8', '10', '15', '20', '30', '50'] as const

/** Which controls make sense for which picture of the costs. */
const hasStep = ({ kind }: SeenBlock): boolean => kind === 'chart' || kind === 'pivot'
const hasGroups = ({ kind }: SeenBlock): boolean => kind !== 'lines'
const hasComparison = ({ kind }: SeenBlock): boolean => kind !== 'lines' && kind !== 'pivot'

/** What a block shows of the costs, asked as the page of costs asks it. */
export function ViewFields({ block, period, onChange }: Props) {
  const { t } = useText()
  const { view } = block
  const put = (patch: Partial<ViewSpec>): void => onChange({ ...block, view: { ...view, ...patch } })
  const tops = TOPS.some((value) => value === String(view.top)) ? TOPS : [...TOPS, String(view.top)]
  return (
    <>
      <TakeView onTake={(taken) => onChange({ ...block, view: taken })} />
      {hasGroups(block) ? (
        <div className={styles.pick}>
          <GroupBy groupBy={view.groupBy} onChange={(groupBy) => put({ groupBy })} />
        </div>
      ) : null}
      <div className={styles.fields}>
        {block.kind === 'chart' ? (
          <Select
            label={t('reportBuilder.look')}
            value={chartLooks.includes(view.look) ? view.look : 'bars'}
            options={chartLooks.map((value) => ({ value, label: t(`costs.look.${value}`) }))}
            onChange={(look) => put({ look })}
          />
        ) : null}
        {hasGroups(block) ? (
          <Select
            label={t('reportBuilder.metric')}
            value={view.metric}
            options={costMetrics.map((value) => ({ value, label: t(`costs.metric.${value}`) }))}
            onChange={(metric) => put({ metric })}
          />
        ) : null}
        {hasStep(block) ? (
          <Select
            label={t('reportBuilder.step')}
            value={view.granularity}
            options={granularities
              .filter((value) => value !== 'hour')
              .map((value) => ({ value, label: t(`costs.granularity.${value}`) }))}
            onChange={(granularity) => put({ granularity })}
          />
        ) : null}
        {hasComparison(block) ? <ComparisonField view={view} onChange={put} /> : null}
        {block.kind === 'chart' ? (
          <>
            <Select
              label={t('reportBuilder.top')}
              value={String(view.top)}
              options={tops.map((value) => ({ value, label: value }))}
              onChange={(top) => put({ top: Number(top) })}
            />
            <Select
              label={t('reportBuilder.height')}
              value={block.height}
              options={(['small', 'medium', 'large'] as const).map((value) => ({
                value,
                label: t(`reportBuilder.height.${value}`),
              }))}
              onChange={(height) => onChange({ ...block, height })}
            />
          </>
        ) : null}
      </div>
      {block.kind === 'chart' ? (
        <Checkbox
          label={t('reportBuilder.cumulative')}
          value={view.isCumulative}
          isDisabled={view.granularity === 'total'}
          onChange={(isCumulative) => put({ isCumulative })}
        />
      ) : null}
      {block.kind === 'table' ? (
        <div>
          <Checkbox
            label={t('reportBuilder.unitPrice')}
            value={block.hasUnitPrice}
            onChange={(hasUnitPrice) => onChange({ ...block, hasUnitPrice })}
          />
          <p className={styles.under}>{t('reportBuilder.unitPriceHint')}</p>
        </div>
      ) : null}
      <div className={styles.pick}>
        <p className={styles.caption}>
          <ListFilter size={14} aria-hidden /> {t('reportBuilder.filterMore')}
        </p>
        <div className={styles.where}>
          <WhereEditor where={view.where} period={period} onChange={(where) => put({ where })} />
          <CostFilters spec={view} onChange={put} />
        </div>
      </div>
      <OwnDays block={block} onChange={onChange} />
    </>
  )
}
