import { StrengthMeter } from '#renderer/app/StrengthMeter.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { passphraseStrength } from '#shared/lib/passphrase-strength.ts'
import { Callout } from './Callout.tsx'
import styles from './vault.module.css'

export type NewPassphrase = { text: string; again: string }

type Props = {
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
  /** Show what is wrong: the person has pressed the button. */
  isTried: boolean
}

export const isAcceptable = ({ text, again }: NewPassphrase): boolean =>
  passphraseStrength(text).isAccepted && text === again

/** A passphrase typed twice, how strong it is, and what forgetting it would cost, said before it is chosen. */
export function NewPassphraseFields({ value, onChange, isTried }: Props) {
  const { t } = useText()
  const { text, again } = value
  const { score, hints, isAccepted } = passphraseStrength(text)
  return (
    <>
      <div className={styles.group}>
        <PasswordField
          label={t('vault.newPassphrase')}
          value={text}
          onChange={(next) => onChange({ text: next, again })}
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
      <Callout tone="warn" title={t('vault.forgetTitle')}>
        <p>{t('vault.forgetText')}</p>
        <p>{t('vault.copyText')}</p>
      </Callout>
    </>
  )
}
