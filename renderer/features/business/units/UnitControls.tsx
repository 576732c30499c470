import { ViewPeriodControl } from '#renderer/app/costs/ViewPeriodControl.tsx'
import { WhereEditor } from '#renderer/app/costs/WhereEditor.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { type SeriesView, unitSteps } from '#shared/contract/business.ts'
import type { DayRange } from '#shared/lib/period.ts'
import styles from '../business.module.css'
import { CostFields } from '../CostFields.tsx'
import type { TabProps } from '../url.ts'
import { usePartNames } from '../use-part-names.ts'
import type { UnitCosts } from './view.ts'

type Props = TabProps & {
  series: SeriesView
  choices: readonly SeriesView[]
  range: DayRange
  answer: UnitCosts | undefined
}

const ALL = ''

/** What is counted, over which days, and which costs it is divided into. */
export function UnitControls({ series, choices, url, onChange, range, answer }: Props) {
  const { t } = useText()
  const parts = usePartNames(series.tagId, series.parts)
  const isMonthly = series.step === 'month'
  const steps = isMonthly ? (['month', 'quarter'] as const) : unitSteps
  // As the backend takes it: a month's count has neither days nor weeks.
  const step = isMonthly && url.step !== 'quarter' ? 'month' : url.step
  return (
    <div className={styles.controls}>
      <div className={styles.fields}>
        <Select
          label={t('business.units.series')}
          value={series.id}
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onChange({ series: id, part: null, page: null })}
        />
        {series.tagId === null ? null : (
          <Select
            label={t('business.units.part')}
            value={url.part ?? ALL}
            options={[
              { value: ALL, label: t('business.units.allParts') },
              ...parts.map((part) => ({ value: part, label: part })),
            ]}
            onChange={(part) => onChange({ part: part === ALL ? null : part })}
          />
        )}
        <CostFields url={url} onChange={onChange} answer={answer} />
      </div>
      <div className={styles.line}>
        <ViewPeriodControl value={url.period} onChange={(period) => onChange({ period })} />
        <Segmented
          label={t('business.units.step')}
          value={step}
          options={steps.map((value) => ({ value, label: t(`business.step.${value}`) }))}
          onChange={(next) => onChange({ step: next })}
        />
        <span className={styles.where} title={t('business.units.whereHint')}>
          <span className={styles.soft}>{t('business.units.where')}</span>
          <WhereEditor where={url.where} period={range} onChange={(where) => onChange({ where })} />
        </span>
      </div>
    </div>
  )
}
