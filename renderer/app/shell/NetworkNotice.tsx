import { CloudOff } from 'lucide-react'
import { Link } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { useOffline } from '../use-offline.ts'
import styles from './NetworkNotice.module.css'

/** Figures that do not grow newer by themselves have a reason, and it is no failure. */
export function NetworkNotice() {
  const { t } = useText()
  const { isOffline, by } = useOffline()
  if (!isOffline) return null
  return (
    <aside
      className={styles.notice}
      data-tone={by === 'broken' ? 'warn' : undefined}
      aria-label={t('network.offline')}
    >
      <CloudOff size={15} aria-hidden className={styles.icon} />
      <p>{t(`network.notice.${by}`)}</p>
      <Link href="/settings?section=network" className={styles.action}>
        {t('network.details')}
      </Link>
    </aside>
  )
}
