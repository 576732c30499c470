import { useText } from '#renderer/i18n/use-text.ts'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { passwordStrength } from '#shared/lib/password-strength.ts'
import styles from './NewPasswordField.module.css'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  /** Words that the password must not hold. */
  personal: readonly string[]
}

const STEPS = [1, 2, 3, 4] as const

/** The meter and its hints follow the very rule by which the backend judges. */
export function NewPasswordField({ label, value, onChange, error, personal }: Props) {
  const { t } = useText()
  const { score, hints } = passwordStrength(value, personal)
  const word = t(`people.strength.${score}`)
  return (
    <div className={styles.group}>
      <PasswordField
        label={label}
        value={value}
        onChange={onChange}
        error={error}
        autoComplete="new-password"
      />
      <div className={styles.meter} data-score={score}>
        <meter
          className="visually-hidden"
          aria-label={t('people.strengthLabel')}
          min={0}
          max={4}
          value={score}
          aria-valuetext={word}
        />
        <span className={styles.bars} aria-hidden>
          {STEPS.map((step) => (
            <span key={step} className={styles.bar} data-on={score >= step ? '' : undefined} />
          ))}
        </span>
        <span className={styles.word} aria-hidden>
          {value === '' ? '' : word}
        </span>
      </div>
      <p className={styles.hint} aria-live="polite">
        {value === '' || hints.length === 0
          ? t('people.strengthRule')
          : t(`people.hint.${hints[0] ?? 'short'}`)}
      </p>
    </div>
  )
}
