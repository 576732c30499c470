import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ConnectionView } from '#shared/contract/connections.ts'
import styles from './ConnectionCard.module.css'

/** Up to which day the files tell, and the way to the next one. */
export function FilesFoot({ item: { dataThrough } }: { item: ConnectionView }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <div className={styles.times}>
      <p className={styles.line}>
        <span>{t('connections.fromFiles')}</span>
        {dataThrough ? <span>{t('connections.through', { day: format.day(dataThrough) })}</span> : null}
      </p>
      <p className={styles.line}>
        <Link href="/data">{t('connections.toImports')}</Link>
        <Link href="/data?tab=coverage">{t('connections.toCoverage')}</Link>
      </p>
    </div>
  )
}
