import { type FormEvent, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { describeError } from '#shared/texts/errors.ts'
import styles from './Form.module.css'
import { useCountdown } from './use-countdown.ts'
import { WaitNotice } from './WaitNotice.tsx'

type Props = {
  label: string
  /** For password managers, which ask whose password it is. */
  userName: string
  submitLabel: string
  isPending: boolean
  error: TransportError | null
  onSubmit: (password: string) => void
}

/** One password; a wrong one and a wait are told under the field, anything else in a banner. */
export function PasswordForm({ label, userName, submitLabel, isPending, error, onSubmit }: Props) {
  const { t, language } = useText()
  const [password, setPassword] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const code = error?.error.code
  const seconds = useCountdown(code === 'auth.tooManyAttempts' ? error : null)
  const isWaiting = seconds > 0
  const wrong = code === 'auth.wrongPassword' && error ? describeError(error.error, language) : null

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setEmpty(password === '')
    if (password !== '' && !isPending && !isWaiting) onSubmit(password)
    form.current?.querySelector<HTMLElement>('input:not([hidden])')?.focus()
  }
  const sentence = isEmpty ? t('people.enterPassword') : wrong ? `${wrong.title} ${wrong.next}` : undefined
  const trouble = isWaiting ? (
    <WaitNotice seconds={seconds} total={Number(error?.error.details.seconds ?? seconds)} />
  ) : (
    sentence
  )
  const isTold = trouble !== undefined || code === 'auth.tooManyAttempts' || code === 'auth.wrongPassword'

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <input type="text" autoComplete="username" value={userName} readOnly hidden />
      <PasswordField
        label={label}
        value={password}
        onChange={(value) => {
          setPassword(value)
          setEmpty(false)
        }}
        autoComplete="current-password"
        autoFocus
        error={trouble}
      />
      {error && !isTold ? <ErrorBanner error={error} /> : null}
      <Button type="submit" variant="primary" size="lg" isPending={isPending} aria-disabled={isWaiting}>
        {submitLabel}
      </Button>
    </form>
  )
}
