import { CircleCheck, RefreshCw } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import styles from './Wizard.module.css'

type Props = { name: string; onSync: () => void; onClose: () => void }

export function SavedStep({ name, onSync, onClose }: Props) {
  const { t } = useText()
  return (
    <div className={styles.step}>
      <div className={styles.saved} role="status">
        <CircleCheck size={36} strokeWidth={1.6} aria-hidden className={styles.savedIcon} />
        <p className={styles.savedTitle}>{t('connect.saved', { name })}</p>
        <p className={styles.soft}>{t('connect.savedText')}</p>
      </div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('connect.later')}</Button>
        <Button variant="primary" icon={RefreshCw} onClick={onSync} data-focus-first>
          {t('connect.syncNow')}
        </Button>
      </div>
    </div>
  )
}
