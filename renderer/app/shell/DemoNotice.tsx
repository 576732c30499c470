import { FlaskConical } from 'lucide-react'
import { useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import styles from './DemoNotice.module.css'

/** Nobody may take the demo company's figures for their own. */
export function DemoNotice() {
  const { t } = useText()
  const [, navigate] = useLocation()
  const signOut = useCommand('people.signOut')
  const leave = (): void => {
    navigate('/?start=create', { replace: true })
    signOut.mutate({})
  }
  return (
    <aside className={styles.notice} aria-label={t('shell.demo')}>
      <FlaskConical size={15} aria-hidden className={styles.icon} />
      <p className={styles.text}>{t('shell.demoNotice')}</p>
      <button type="button" className={styles.action} onClick={leave} aria-disabled={signOut.isPending}>
        {t('shell.demoLeave')}
      </button>
    </aside>
  )
}
