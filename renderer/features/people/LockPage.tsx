import { Lock } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import type { SessionView } from '#shared/contract/app.ts'
import { PasswordForm } from './components/PasswordForm.tsx'
import styles from './LockPage.module.css'

/** Nothing of the organisation's figures is left on screen or in the page's memory behind it. */
export function LockPage({ session }: { session: SessionView }) {
  const { t } = useText()
  const unlock = useCommand('people.unlock')
  const signOut = useCommand('people.signOut')
  const title = t('people.locked')
  useEffect(() => {
    document.title = `${title} · InfraZen`
  }, [title])
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.who}>
          <span className={styles.avatar}>
            <Avatar name={session.userName} size={64} />
            <span className={styles.badge} aria-hidden>
              <Lock size={13} strokeWidth={2.2} />
            </span>
          </span>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.text}>
            {session.userName} · {session.workspaceName}
          </p>
        </div>
        <PasswordForm
          label={t('people.password')}
          userName={session.userName}
          submitLabel={t('people.unlock')}
          isPending={unlock.isPending}
          error={unlock.error}
          onSubmit={(password) => unlock.mutate({ password })}
        />
        <Button
          variant="ghost"
          className={styles.out}
          onClick={() => signOut.mutate({})}
          isPending={signOut.isPending}
        >
          {t('people.signOut')}
        </Button>
      </div>
    </main>
  )
}
