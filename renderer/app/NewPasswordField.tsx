import { useText } from '#renderer/i18n/use-text.ts'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { passwordStrength } from '#shared/lib/password-strength.ts'
import styles from './NewPasswordField.module.css'
import { StrengthMeter } from './StrengthMeter.tsx'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  /** Words that the password must not hold. */
  personal: readonly string[]
}

/** The meter and its hints follow the very rule by which the backend judges. */
export function NewPasswordField({ label, value, onChange, error, personal }: Props) {
  const { t } = useText()
  const { score, hints } = passwordStrength(value, personal)
  return (
    <div className={styles.group}>
      <PasswordField
        label={label}
        value={value}
        onChange={onChange}
        error={error}
        autoComplete="new-password"
      />
      <StrengthMeter
        label={t('people.strengthLabel')}
        score={score}
        word={t(`people.strength.${score}`)}
        isEmpty={value === ''}
        hint={
          value === '' || hints.length === 0
            ? t('people.strengthRule')
            : t(`people.hint.${hints[0] ?? 'short'}`)
        }
      />
    </div>
  )
}
