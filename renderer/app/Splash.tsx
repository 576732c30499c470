import { useText } from '#renderer/i18n/use-text.ts'
import { CloudMark } from '#renderer/ui/CloudMark.tsx'
import styles from './Splash.module.css'

/** Shown for the blink before the backend has said who is here. */
export function Splash() {
  const { t } = useText()
  return (
    <main className={styles.splash} aria-busy="true">
      <CloudMark size={56} />
      <p className="visually-hidden">{t('shell.starting')}</p>
    </main>
  )
}
