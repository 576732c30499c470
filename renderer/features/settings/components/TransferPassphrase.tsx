import { StrengthMeter } from '#renderer/app/StrengthMeter.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { passphraseStrength } from '#shared/lib/passphrase-strength.ts'
import section from './Section.module.css'

type Value = { text: string; again: string }
type Props = { value: Value; onChange: (value: Value) => void; isTried: boolean }

export const isAcceptable = ({ text, again }: Value): boolean =>
  passphraseStrength(text).isAccepted && text === again

/** What opens the parcel at the other end: typed twice, and strong enough for a file that can be stolen on its way. */
export function TransferPassphrase({ value: { text, again }, onChange, isTried }: Props) {
  const { t } = useText()
  const { score, hints, isAccepted } = passphraseStrength(text)
  return (
    <div className={section.form}>
      <div className={section.stack}>
        <PasswordField
          label={t('transfer.passphrase')}
          value={text}
          onChange={(next) => onChange({ text: next, again })}
          hint={t('transfer.passphraseHint')}
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
    </div>
  )
}
