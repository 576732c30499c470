import { Unplug } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './OfflineNotice.module.css'

export function OfflineNotice() {
  const { t } = useText()
  return (
    <div className={styles.notice} role="status">
      <Unplug size={15} aria-hidden />
      {t('shell.offline')}
    </div>
  )
}
