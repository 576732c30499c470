import { CostFilters } from '#renderer/app/costs/CostFilters.tsx'
import { ViewPeriodControl } from '#renderer/app/costs/ViewPeriodControl.tsx'
import { WhereEditor } from '#renderer/app/costs/WhereEditor.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { vatModes } from '#shared/contract/costs.ts'
import { csvPresetNames } from '#shared/contract/explorer.ts'
import { type RateRule, rateRules } from '#shared/contract/rates.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { CurrencyField } from './CurrencyField.tsx'
import { PictureFields } from './PictureFields.tsx'
import styles from './Settings.module.css'

type Props = {
  name: string
  spec: ReportSpec
  period: DayRange
  onName: (name: string) => void
  onChange: (patch: Partial<ReportSpec>) => void
}

/** What holds for the whole document. */
export function ReportSettings({ name, spec, period, onName, onChange }: Props) {
  const { t } = useText()
  const { currency } = useSession()
  return (
    <div className={styles.stack}>
      <TextField
        label={t('reportBuilder.name')}
        error={name.trim() === '' ? t('reportBuilder.nameNone') : undefined}
        value={name}
        maxLength={120}
        onChange={onName}
      />
      <TextField
        label={t('reportBuilder.reportTitle')}
        hint={t('reportBuilder.reportTitleHint')}
        error={spec.title.trim() === '' ? t('reportBuilder.reportTitleNone') : undefined}
        value={spec.title}
        maxLength={120}
        onChange={(title) => onChange({ title })}
      />
      <div className={styles.pick}>
        <p className={styles.caption}>{t('reportBuilder.period')}</p>
        <ViewPeriodControl value={spec.period} onChange={(picked) => onChange({ period: picked })} />
        <p className={styles.soft}>{t('reportBuilder.periodHint')}</p>
      </div>
      <div className={styles.pick}>
        <p className={styles.caption}>{t('reportBuilder.filter')}</p>
        <div className={styles.where}>
          <WhereEditor where={spec.where} period={period} onChange={(where) => onChange({ where })} />
          <CostFilters spec={spec} onChange={onChange} />
        </div>
      </div>
      <div className={styles.fields}>
        <CurrencyField
          value={spec.currency}
          own={currency}
          onChange={(picked) => onChange({ currency: picked })}
        />
        {spec.currency === null ? null : (
          <Select<RateRule | ''>
            label={t('reportBuilder.rate')}
            value={spec.rateRule ?? ''}
            options={[
              { value: '', label: t('reportBuilder.rateOwn') },
              ...rateRules.map((value) => ({ value, label: t(`rates.rule.${value}`) })),
            ]}
            onChange={(rule) => onChange({ rateRule: rule === '' ? null : rule })}
          />
        )}
        <Select
          label={t('reportBuilder.vat')}
          value={spec.vat}
          options={vatModes.map((value) => ({ value, label: t(`costs.vat.${value}`) }))}
          onChange={(vat) => onChange({ vat })}
        />
      </div>
      <h2 className={styles.title}>{t('reportBuilder.pageSettings')}</h2>
      <div className={styles.pick}>
        <p className={styles.caption}>{t('reportBuilder.orientation')}</p>
        <Segmented
          label={t('reportBuilder.orientation')}
          value={spec.orientation}
          options={(['portrait', 'landscape'] as const).map((value) => ({
            value,
            label: t(`reportBuilder.orientation.${value}`),
          }))}
          onChange={(orientation) => onChange({ orientation })}
        />
      </div>
      <div className={styles.pick}>
        <p className={styles.caption}>{t('reportBuilder.language')}</p>
        <Segmented
          label={t('reportBuilder.language')}
          value={spec.language}
          options={(['ru', 'en'] as const).map((value) => ({
            value,
            label: t(`reportBuilder.language.${value}`),
          }))}
          onChange={(language) => onChange({ language })}
        />
      </div>
      <div>
        <Checkbox
          label={t('reportBuilder.footer')}
          value={spec.hasFooter}
          onChange={(hasFooter) => onChange({ hasFooter })}
        />
        <p className={styles.under}>{t('reportBuilder.footerHint')}</p>
      </div>
      <h2 className={styles.title}>{t('reportBuilder.fileSettings')}</h2>
      <Select
        label={t('reportBuilder.csv')}
        value={spec.csvPreset}
        options={csvPresetNames.map((value) => ({ value, label: t(`reportBuilder.csv.${value}`) }))}
        onChange={(csvPreset) => onChange({ csvPreset })}
      />
      <PictureFields value={spec.picture} onChange={(picture) => onChange({ picture })} />
    </div>
  )
}
