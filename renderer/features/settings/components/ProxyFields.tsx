import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './Section.module.css'

type Fields = { url: string; user: string; password: string }
type Props = {
  value: Fields
  onChange: (value: Fields) => void
  hasPassword: boolean
  onRemovePassword: () => void
  addressError?: string | undefined
}

export function ProxyFields({ value, onChange, hasPassword, onRemovePassword, addressError }: Props) {
  const { t } = useText()
  const { url, user, password } = value
  return (
    <>
      <TextField
        label={t('network.address')}
        value={url}
        onChange={(next) => onChange({ ...value, url: next })}
        hint={t('network.addressHint')}
        error={addressError}
        maxLength={500}
        inputMode="url"
      />
      <TextField
        label={t('network.user')}
        value={user}
        onChange={(next) => onChange({ ...value, user: next })}
        hint={t('network.userHint')}
        maxLength={200}
      />
      <PasswordField
        label={t('network.password')}
        value={password}
        onChange={(next) => onChange({ ...value, password: next })}
        hint={t(hasPassword ? 'network.passwordKept' : 'network.passwordHint')}
        autoComplete="new-password"
      />
      {hasPassword ? (
        <div className={styles.actions}>
          <Button size="sm" onClick={onRemovePassword}>
            {t('network.removePassword')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
