import { useText } from '#renderer/i18n/use-text.ts'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { passphraseStrength } from '#shared/lib/passphrase-strength.ts'
import { StrengthMeter } from './StrengthMeter.tsx'

export type TypedTwice = { text: string; again: string }

type Props = {
  label: string
  hint?: string
  /** Around the first field and what is said of it. */
  className: string | undefined
  value: TypedTwice
  onChange: (value: TypedTwice) => void
  /** Show what is wrong: the person has pressed the button. */
  isTried: boolean
}

export const isAcceptable = ({ text, again }: TypedTwice): boolean =>
  passphraseStrength(text).isAccepted && text === again

/** A new passphrase, how strong it is, and the same again. */
export function TwicePassphrase({ label, hint, className, value, onChange, isTried }: Props) {
  const { t } = useText()
  const { text, again } = value
  const { score, hints, isAccepted } = passphraseStrength(text)
  return (
    <>
      <div className={className}>
        <PasswordField
          label={label}
          value={text}
          onChange={(next) => onChange({ text: next, again })}
          {...(hint === undefined ? {} : { hint })}
          autoComplete="new-password"
          error={isTried && !isAccepted ? t('vault.needStronger') : undefined}
        />
        <StrengthMeter
          label={t('vault.strengthLabel')}
          score={score}
          word={t(`vault.strength.${score}`)}
          isEmpty={text === ''}
          hint={text === '' || hints.length === 0 ? t('vault.rule') : t(`vault.hint.${hints[0] ?? 'short'}`)}
        />
      </div>
      <PasswordField
        label={t('vault.repeat')}
        value={again}
        onChange={(next) => onChange({ text, again: next })}
        autoComplete="new-password"
        error={isTried && text !== again ? t('vault.needRepeat') : undefined}
      />
    </>
  )
}
