import { ViewPeriodControl } from '#renderer/app/costs/ViewPeriodControl.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { vatModes } from '#shared/contract/costs.ts'
import { CurrencyField } from './CurrencyField.tsx'
import styles from './Settings.module.css'
import type { SeenBlock } from './ViewFields.tsx'

type Props = { block: SeenBlock; onChange: (block: SeenBlock) => void }

const MONTHS = ['3', '6', '12', '14', '24'] as const

/** The days of a block: the report's, months that lead up to their end, or its own. */
export function OwnDays({ block, onChange }: Props) {
  const { t } = useText()
  const { currency } = useSession()
  const { view, months } = block
  const options =
    months === null || MONTHS.some((one) => one === String(months)) ? MONTHS : [...MONTHS, String(months)]
  return (
    <>
      {block.isOwn ? null : (
        <Select<string>
          label={t('reportBuilder.days')}
          value={months === null ? '' : String(months)}
          options={[
            { value: '', label: t('reportBuilder.daysReport') },
            ...options.map((value) => ({
              value,
              label: t('reportBuilder.daysMonths', { count: Number(value) }),
            })),
          ]}
          onChange={(value) => onChange({ ...block, months: value === '' ? null : Number(value) })}
        />
      )}
      <div>
        <Checkbox
          label={t('reportBuilder.isOwn')}
          value={block.isOwn}
          onChange={(isOwn) => onChange({ ...block, isOwn, months: null })}
        />
        {block.isOwn ? null : <p className={styles.under}>{t('reportBuilder.isOwnHint')}</p>}
      </div>
      {block.isOwn ? (
        <div className={styles.fields}>
          <div className={styles.pick}>
            <p className={styles.caption}>{t('reportBuilder.period')}</p>
            <ViewPeriodControl
              value={view.period}
              onChange={(period) => onChange({ ...block, view: { ...view, period } })}
            />
          </div>
          <CurrencyField
            value={view.currency}
            own={currency}
            onChange={(picked) => onChange({ ...block, view: { ...view, currency: picked } })}
          />
          <Select
            label={t('reportBuilder.vat')}
            value={view.vat}
            options={vatModes.map((value) => ({ value, label: t(`costs.vat.${value}`) }))}
            onChange={(vat) => onChange({ ...block, view: { ...view, vat } })}
          />
        </div>
      ) : null}
    </>
  )
}
