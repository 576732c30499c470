import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { type ReportFormat, reportFormats } from '#shared/contract/report-spec.ts'
import styles from './reports.module.css'

type Props = {
  value: readonly ReportFormat[]
  onChange: (formats: ReportFormat[]) => void
  error?: string | undefined
}

/** In which forms a report is to be had. */
export function FormatChecks({ value, onChange, error }: Props) {
  const { t } = useText()
  return (
    <fieldset className={styles.formats}>
      <legend className={styles.legend}>{t('reports.formats')}</legend>
      {reportFormats.map((format) => (
        <Checkbox
          key={format}
          label={
            <>
              {t(`reports.format.${format}`)}
              <span className={styles.soft}> · {t(`reports.formatHint.${format}`)}</span>
            </>
          }
          value={value.includes(format)}
          onChange={(isOn) =>
            onChange(reportFormats.filter((one) => (one === format ? isOn : value.includes(one))))
          }
        />
      ))}
      {error ? (
        <p className={styles.bad} role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
