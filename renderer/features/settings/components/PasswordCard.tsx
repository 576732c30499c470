import { type FormEvent, useState } from 'react'
import { NewPasswordField } from '#renderer/app/NewPasswordField.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { passwordStrength } from '#shared/lib/password-strength.ts'
import { describeError } from '#shared/texts/errors.ts'
import styles from './Section.module.css'

export function PasswordCard() {
  const { t, language } = useText()
  const session = useSession()
  const tell = useTell()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [wasTried, setTried] = useState(false)
  const { mutate, isPending, error, reset } = useCommand('people.updatePassword')
  const personal = [session.userName, session.workspaceName]
  const isStrong = passwordStrength(next, personal).isAccepted
  const wrong =
    error?.error.code === 'auth.wrongPassword' ? describeError(error.error, language).title : undefined

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || current === '' || !isStrong) return
    mutate(
      { currentPassword: current, newPassword: next },
      {
        onSuccess: () => {
          setCurrent('')
          setNext('')
          setTried(false)
          tell.done(t('settings.passwordChanged'))
        },
      },
    )
  }
  if (!session.hasPassword) {
    return (
      <Card title={t('settings.password')}>
        <p className={styles.muted}>{t('settings.demoHasNoPassword')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('settings.password')} subtitle={t('settings.passwordText')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <input type="text" autoComplete="username" value={session.userName} readOnly hidden />
        <PasswordField
          label={t('people.currentPassword')}
          value={current}
          onChange={(value) => {
            setCurrent(value)
            if (error) reset()
          }}
          autoComplete="current-password"
          error={wrong ?? (wasTried && current === '' ? t('people.enterPassword') : undefined)}
        />
        <NewPasswordField
          label={t('people.newPassword')}
          value={next}
          onChange={setNext}
          personal={personal}
          error={wasTried && !isStrong ? t('people.needPassword') : undefined}
        />
        {error && !wrong ? <ErrorBanner error={error} /> : null}
        <div className={styles.actions}>
          <Button type="submit" isPending={isPending}>
            {t('settings.changePassword')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
