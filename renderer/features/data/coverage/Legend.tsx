import { useText } from '#renderer/i18n/use-text.ts'
import styles from './coverage.module.css'

const kinds = ['file', 'api', 'none', 'outside'] as const

/** What the squares mean; each differs by its shape, and by its colour besides. */
export function Legend() {
  const { t } = useText()
  return (
    <ul className={styles.legend} aria-label={t('data.legend')}>
      {kinds.map((kind) => (
        <li key={kind} className={styles.legendItem}>
          <span className={styles.square} data-kind={kind} aria-hidden />
          {t(`data.from.${kind}`)}
        </li>
      ))}
    </ul>
  )
}
