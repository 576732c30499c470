import { ArrowLeft } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { NewPasswordField } from '#renderer/app/NewPasswordField.tsx'
import { OrganisationFields } from '#renderer/app/OrganisationFields.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { likelyZone } from '#renderer/i18n/zones.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { Currency } from '#shared/lib/currency.ts'
import { passwordStrength } from '#shared/lib/password-strength.ts'
import { describeError } from '#shared/texts/errors.ts'
import styles from './Form.module.css'
import { Heading } from './Heading.tsx'

export function CreateForm({ onBack }: { onBack: () => void }) {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  const [workspaceName, setWorkspaceName] = useState('')
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [currency, setCurrency] = useState<Currency>('RUB')
  const [timeZone, setTimeZone] = useState(() => likelyZone(Intl.DateTimeFormat().resolvedOptions().timeZone))
  const [wasTried, setTried] = useState(false)
  const { mutate, isPending, error } = useCommand('people.addWorkspace')
  const personal = [workspaceName, userName]
  const isStrong = passwordStrength(password, personal).isAccepted
  const nameTaken = error?.error.code === 'workspace.nameTaken' ? describeError(error.error, language) : null

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || workspaceName.trim() === '' || userName.trim() === '' || !isStrong) return
    mutate(
      { workspaceName, userName, password, currency, timeZone },
      { onSuccess: () => navigate('/', { replace: true }) },
    )
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Button variant="ghost" size="sm" icon={ArrowLeft} onClick={onBack} className={styles.back}>
        {t('common.back')}
      </Button>
      <Heading title={t('people.create')} text={t('people.createText')} />
      <TextField
        label={t('people.organisation')}
        value={workspaceName}
        onChange={setWorkspaceName}
        maxLength={120}
        autoComplete="organization"
        autoFocus
        hint={t('people.organisationHint')}
        error={
          wasTried && workspaceName.trim() === '' ? t('people.needName') : (nameTaken?.title ?? undefined)
        }
      />
      <TextField
        label={t('people.yourName')}
        value={userName}
        onChange={setUserName}
        maxLength={120}
        autoComplete="name"
        error={wasTried && userName.trim() === '' ? t('people.needYourName') : undefined}
      />
      <NewPasswordField
        label={t('people.password')}
        value={password}
        onChange={setPassword}
        personal={personal}
        error={wasTried && !isStrong ? t('people.needPassword') : undefined}
      />
      <div className={styles.pair}>
        <OrganisationFields
          currency={currency}
          timeZone={timeZone}
          onCurrency={setCurrency}
          onTimeZone={setTimeZone}
        />
      </div>
      {error && !nameTaken ? <ErrorBanner error={error} /> : null}
      <Button type="submit" variant="primary" size="lg" isPending={isPending} className={styles.submit}>
        {t('people.submitCreate')}
      </Button>
      <p className={styles.note}>{t('people.noRecovery')}</p>
    </form>
  )
}
