import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { VaultDialog } from '#renderer/app/vault/VaultDialog.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { MailFields } from './MailFields.tsx'
import { type MailForm, mailProblems, readPort } from './mail-form.ts'
import styles from './Section.module.css'

type Props = { state: CallOutput<'mail.getSettings'>; mayChange: boolean }

const wantsVault = ({ error }: TransportError): boolean =>
  error.code === 'vault.locked' || error.code === 'vault.notChosen'

/** The password goes to the vault, which may have to be opened or chosen first. */
export function MailServerCard({ state, mayChange }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('mail.updateSettings')
  const [form, setForm] = useState<MailForm>({
    host: state.host,
    port: String(state.port),
    security: state.security,
    user: state.user,
    password: '',
    from: state.from,
  })
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const problems = mailProblems(form)
  const isFit = Object.keys(problems).length === 0

  const save = (): void =>
    mutate(
      {
        host: form.host.trim(),
        port: readPort(form.port) ?? state.port,
        security: form.security,
        user: form.user.trim(),
        from: form.from.trim(),
        ...(form.password === '' ? {} : { password: form.password }),
      },
      {
        onSuccess: () => {
          setForm((now) => ({ ...now, password: '' }))
          setTried(false)
          tell.done(t('mail.saved'))
        },
        onError: (refusal) => setAsking(wantsVault(refusal)),
      },
    )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (!isPending && isFit) save()
  }
  const removePassword = (): void =>
    mutate(
      { password: null },
      { onSuccess: () => tell.done(t('mail.passwordRemoved')), onError: tell.failed },
    )
  return (
    <Card title={t('mail.serverTitle')} subtitle={t('mail.serverText')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <fieldset className={styles.fields} disabled={!mayChange}>
          <MailFields
            value={form}
            problems={isTried ? problems : {}}
            onChange={(next) => {
              setForm(next)
              if (error) reset()
            }}
            hasPassword={state.hasPassword}
            onRemovePassword={removePassword}
          />
        </fieldset>
        {error && !wantsVault(error) ? <ErrorBanner error={error} /> : null}
        {mayChange ? (
          <div className={styles.actions}>
            <Button type="submit" variant="primary" isPending={isPending}>
              {t('common.save')}
            </Button>
          </div>
        ) : (
          <p className={styles.muted}>{t('mail.adminOnly')}</p>
        )}
      </form>
      <VaultDialog isOpen={isAsking} onClose={() => setAsking(false)} onDone={save} />
    </Card>
  )
}
