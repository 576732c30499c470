import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './MailFields.module.css'
import { type MailForm, type MailProblems, type MailSecurity, withSecurity } from './mail-form.ts'

type Props = {
  value: MailForm
  problems: MailProblems
  onChange: (value: MailForm) => void
  hasPassword: boolean
  onRemovePassword: () => void
}

const kinds: readonly MailSecurity[] = ['tls', 'startTls', 'none']

export function MailFields({ value, problems, onChange, hasPassword, onRemovePassword }: Props) {
  const { t } = useText()
  const put = (facts: Partial<MailForm>): void => onChange({ ...value, ...facts })
  return (
    <>
      <div className={styles.server}>
        <TextField
          label={t('mail.host')}
          value={value.host}
          onChange={(host) => put({ host })}
          hint={t('mail.hostHint')}
          error={problems.host ? t('mail.needHost') : undefined}
          maxLength={253}
          inputMode="url"
        />
        <TextField
          label={t('mail.port')}
          value={value.port}
          onChange={(port) => put({ port })}
          error={problems.port ? t('mail.needPort') : undefined}
          maxLength={5}
          inputMode="numeric"
        />
      </div>
      <Select
        label={t('mail.security')}
        value={value.security}
        onChange={(security) => onChange(withSecurity(value, security))}
        options={kinds.map((kind) => ({ value: kind, label: t(`mail.security.${kind}`) }))}
        hint={t(`mail.securityHint.${value.security}`)}
        error={problems.security ? t('mail.needLoopback') : undefined}
      />
      <TextField
        label={t('mail.user')}
        value={value.user}
        onChange={(user) => put({ user })}
        hint={t('mail.userHint')}
        maxLength={254}
      />
      <PasswordField
        label={t('mail.password')}
        value={value.password}
        onChange={(password) => put({ password })}
        hint={t(hasPassword ? 'mail.passwordKept' : 'mail.passwordHint')}
        autoComplete="new-password"
      />
      {hasPassword ? (
        <div>
          <Button size="sm" onClick={onRemovePassword}>
            {t('mail.removePassword')}
          </Button>
        </div>
      ) : null}
      <TextField
        label={t('mail.from')}
        value={value.from}
        onChange={(from) => put({ from })}
        hint={t('mail.fromHint')}
        error={problems.from ? t('mail.needFrom') : undefined}
        maxLength={320}
      />
    </>
  )
}
