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
import { Segmented } from '#renderer/ui/Segmented.tsx'
import type { NetworkView } from '#shared/contract/network.ts'
import { ProxyFields } from './ProxyFields.tsx'
import styles from './Section.module.css'

type Props = { state: NetworkView; mayChange: boolean }

const wantsVault = ({ error }: TransportError): boolean =>
  error.code === 'vault.locked' || error.code === 'vault.notChosen'

/** The proxy; its password goes to the vault, which may have to be opened or chosen first. */
export function ProxyCard({ state, mayChange }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('network.update')
  const [form, setForm] = useState({
    proxy: state.proxy,
    url: state.proxyUrl ?? '',
    user: state.proxyUser ?? '',
    password: '',
  })
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const isManual = form.proxy === 'manual'
  const isIncomplete = isManual && form.url.trim() === ''

  const save = (): void =>
    mutate(
      {
        proxy: form.proxy,
        proxyUrl: form.url.trim() || null,
        proxyUser: form.user.trim() || null,
        ...(isManual && form.password !== '' ? { proxyPassword: form.password } : {}),
      },
      {
        onSuccess: () => {
          setForm((now) => ({ ...now, password: '' }))
          setTried(false)
          tell.done(t('network.saved'))
        },
        onError: (refusal) => setAsking(wantsVault(refusal)),
      },
    )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (!isPending && !isIncomplete) save()
  }
  const removePassword = (): void =>
    mutate(
      { proxyPassword: null },
      { onSuccess: () => tell.done(t('network.passwordRemoved')), onError: tell.failed },
    )
  return (
    <Card title={t('network.proxyTitle')} subtitle={t('network.proxyText')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <fieldset className={styles.fields} disabled={!mayChange}>
          <div className={styles.actions}>
            <Segmented
              label={t('network.proxy')}
              value={form.proxy}
              onChange={(proxy) => setForm({ ...form, proxy })}
              options={[
                { value: 'system', label: t('network.proxy.system') },
                { value: 'manual', label: t('network.proxy.manual') },
              ]}
            />
          </div>
          {isManual ? (
            <ProxyFields
              value={form}
              onChange={(fields) => {
                setForm({ ...form, ...fields })
                if (error) reset()
              }}
              hasPassword={state.hasProxyPassword}
              onRemovePassword={removePassword}
              addressError={isTried && isIncomplete ? t('network.needAddress') : undefined}
            />
          ) : (
            <p className={styles.muted}>{t('network.systemText')}</p>
          )}
        </fieldset>
        {error && !wantsVault(error) ? <ErrorBanner error={error} /> : null}
        {mayChange ? (
          <div className={styles.actions}>
            <Button type="submit" variant="primary" isPending={isPending}>
              {t('common.save')}
            </Button>
          </div>
        ) : (
          <p className={styles.muted}>{t('network.adminOnly')}</p>
        )}
      </form>
      <VaultDialog isOpen={isAsking} onClose={() => setAsking(false)} onDone={save} />
    </Card>
  )
}
