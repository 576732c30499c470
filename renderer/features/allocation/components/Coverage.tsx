import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { type CoverageView, coverageRatio } from '../coverage.ts'
import styles from './components.module.css'

/** How much of the cost somebody answers for, as a bar with its figure. */
export function Coverage({ coverage, label }: { coverage: CoverageView; label: string }) {
  const { t } = useText()
  const format = useFormat()
  const ratio = coverageRatio(coverage)
  if (ratio === null) return <span className={styles.soft}>{t('common.noData')}</span>
  const percent = format.percent(ratio, { digits: 0 })
  return (
    <span className={styles.coverage}>
      <ProgressBar
        label={label}
        ratio={Number(ratio)}
        tone={Number(ratio) >= 0.9 ? 'ok' : 'brand'}
        size="sm"
        valueText={percent}
      />
      <span className={styles.figure}>{percent}</span>
    </span>
  )
}
