import { useText } from '#renderer/i18n/use-text.ts'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { FieldSpec } from '#shared/contract/connections.ts'
import { Note } from '../components/Note.tsx'
import { SecretField } from './SecretField.tsx'
import type { AccountForm } from './use-account-form.ts'
import styles from './Wizard.module.css'

/** The fields as the provider describes them: the usual ones, the code when it is wanted, the rest folded away. */
export function AccountFields({ form }: { form: AccountForm }) {
  const { t } = useText()
  const { fields, errors, asksCode, banner } = form
  const usual = fields.filter((field) => !field.isAdvanced && field.kind !== 'code')
  const codes = fields.filter(({ kind }) => kind === 'code')
  const advanced = fields.filter((field) => field.isAdvanced && field.kind !== 'code')
  const draw = (field: FieldSpec) => <AccountField key={field.name} field={field} form={form} />
  return (
    <>
      {banner ? <ErrorBanner error={banner} /> : null}
      {usual.map(draw)}
      {asksCode ? (
        <>
          <div role="status">
            <Note tone="info" title={t('connect.codeAsked')} />
          </div>
          {codes.map(draw)}
        </>
      ) : null}
      {advanced.length > 0 ? (
        <Disclosure label={t('connect.advanced')} isNeeded={advanced.some(({ name }) => name in errors)}>
          <div className={styles.fields}>{advanced.map(draw)}</div>
        </Disclosure>
      ) : null}
    </>
  )
}

function AccountField({ field, form }: { field: FieldSpec; form: AccountForm }) {
  const { t, language } = useText()
  const { name, kind, label, hint, isRequired, placeholder } = field
  const words = label[language]
  const isKept = form.kept.includes(name)
  const own = hint?.[language]
  const common = {
    label: isRequired || kind === 'code' ? words : t('connect.optional', { label: words }),
    value: form.values[name] ?? '',
    onChange: (text: string) => form.set(name, text),
    error: form.errors[name],
    hint: isKept ? [t('connect.secretKept'), own].filter(Boolean).join(' ') : own,
    placeholder: isKept ? t('connect.secretKeptPlaceholder') : (placeholder ?? undefined),
    name,
  }
  if (kind === 'secret') return <SecretField {...common} />
  if (kind === 'code')
    return <TextField {...common} inputMode="numeric" autoComplete="one-time-code" maxLength={64} autoFocus />
  return <TextField {...common} inputMode={kind === 'url' ? 'url' : undefined} maxLength={2000} />
}
