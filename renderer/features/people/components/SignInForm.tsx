import { ArrowLeft } from 'lucide-react'
import { useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import type { Profile } from '../profile.ts'
import { PasswordForm } from './PasswordForm.tsx'
import styles from './SignInForm.module.css'

type Props = { profile: Profile; onBack: (() => void) | undefined }

export function SignInForm({ profile, onBack }: Props) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const { mutate, isPending, error } = useCommand('people.signIn')
  const { userId, workspaceId, userName, workspaceName } = profile
  return (
    <>
      {onBack ? (
        <Button variant="ghost" size="sm" icon={ArrowLeft} onClick={onBack} className={styles.back}>
          {t('people.otherPerson')}
        </Button>
      ) : null}
      <div className={styles.who}>
        <Avatar name={userName} size={56} />
        <h1 className={styles.name}>{userName}</h1>
        <p className={styles.organisation}>{workspaceName}</p>
      </div>
      <PasswordForm
        label={t('people.password')}
        userName={userName}
        submitLabel={t('people.submitSignIn')}
        isPending={isPending}
        error={error}
        onSubmit={(password) =>
          mutate(
            { userId, workspaceId, password },
            {
              onSuccess: () => {
                if (location.search.includes('start=')) navigate('/', { replace: true })
              },
            },
          )
        }
      />
    </>
  )
}
