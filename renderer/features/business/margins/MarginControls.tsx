import { ViewPeriodControl } from '#renderer/app/costs/ViewPeriodControl.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { Select } from '#renderer/ui/Select.tsx'
import styles from '../business.module.css'
import { CostFields } from '../CostFields.tsx'
import type { ReportProps } from './MarginsReport.tsx'
import type { Margins } from './view.ts'

type Props = ReportProps & { revenueId: string | null; answer: Margins | undefined }

/** By which tag, against which revenue, over which days. */
export function MarginControls({ by, tag, tags, revenues, revenueId, url, onChange, answer }: Props) {
  const { t } = useText()
  return (
    <div className={styles.controls}>
      <div className={styles.fields}>
        <Select
          label={t('margins.tag')}
          value={tag.id}
          options={[
            ...tags.own.map(({ id, name }) => ({
              value: id,
              label: name,
              group: t(`margins.${by}`),
            })),
            ...tags.others.map(({ id, name }) => ({
              value: id,
              label: name,
              group: t('margins.otherTags'),
            })),
          ]}
          onChange={(id) => onChange({ tag: id, revenue: null })}
        />
        {by === 'products' && revenues.length > 0 && revenueId !== null ? (
          <Select
            label={t('margins.revenue')}
            value={revenueId}
            options={revenues.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(revenue) => onChange({ revenue })}
          />
        ) : null}
        <CostFields url={url} onChange={onChange} answer={answer} />
      </div>
      <div className={styles.line}>
        <ViewPeriodControl value={url.period} onChange={(period) => onChange({ period })} />
      </div>
    </div>
  )
}
