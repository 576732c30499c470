import { useCountdown } from '#renderer/features/people/components/use-countdown.ts'
import { WaitNotice } from '#renderer/features/people/components/WaitNotice.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { describeError } from '#shared/texts/errors.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** The last refusal; what concerns the passphrase is told under the field. */
  error: TransportError | null
  isEmpty: boolean
  /** Takes the focus where it appears, in a dialog too. */
  isFirst?: boolean
}

/** What is told under the field needs no banner. */
export const isToldAtField = (error: TransportError | null): boolean =>
  error?.error.code === 'vault.wrongPassphrase' || error?.error.code === 'auth.tooManyAttempts'

/** A passphrase that exists: a wrong one and a wait are told where it was typed. */
export function PassphraseField({ label, value, onChange, error, isEmpty, isFirst = false }: Props) {
  const { t, language } = useText()
  const code = error?.error.code
  const seconds = useCountdown(code === 'auth.tooManyAttempts' ? error : null)
  const wrong = code === 'vault.wrongPassphrase' && error ? describeError(error.error, language) : null
  const sentence = isEmpty ? t('vault.needPassphrase') : wrong ? `${wrong.title} ${wrong.next}` : undefined
  const total = Number(error?.error.details.seconds ?? seconds)
  return (
    <PasswordField
      label={label}
      value={value}
      onChange={onChange}
      autoComplete="current-password"
      autoFocus={isFirst}
      data-focus-first={isFirst || undefined}
      error={seconds > 0 ? <WaitNotice seconds={seconds} total={total} /> : sentence}
    />
  )
}
