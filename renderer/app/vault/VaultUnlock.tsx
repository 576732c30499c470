import { LockOpen } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { isToldAtField, PassphraseField } from './PassphraseField.tsx'
import { useVaultRights } from './use-vault.ts'
import { VaultSetup } from './VaultSetup.tsx'
import styles from './vault.module.css'

/** The passphrase of the vault; where it is forgotten, the way to a new one. */
export function VaultUnlock({ onDone }: { onDone: () => void }) {
  const { t } = useText()
  const { mayChoose, mayUnlock } = useVaultRights()
  const { mutateAsync, isPending, error, reset } = useCommand('vault.unlock')
  const [passphrase, setPassphrase] = useState('')
  const [isTried, setTried] = useState(false)
  const [isForgotten, setForgotten] = useState(false)

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || passphrase === '') return
    // The answer takes this form away where the vault's state decides what is shown: it is told all the same.
    mutateAsync({ passphrase }).then(onDone, () => undefined)
  }
  if (!mayUnlock) return <p className={styles.muted}>{t('vault.workersOnly')}</p>
  if (isForgotten) return <VaultSetup startsOver onDone={onDone} />
  return (
    <form className={cx(styles.form, styles.narrow)} onSubmit={submit} noValidate>
      <input type="text" autoComplete="username" value="InfraZen" readOnly hidden />
      <PassphraseField
        label={t('vault.passphrase')}
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value)
          setTried(false)
          if (error) reset()
        }}
        error={error}
        isEmpty={isTried && passphrase === ''}
        isFirst
      />
      {error && !isToldAtField(error) ? <ErrorBanner error={error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" icon={LockOpen} isPending={isPending}>
          {t('vault.unlock')}
        </Button>
        {mayChoose ? (
          <Button variant="ghost" onClick={() => setForgotten(true)}>
            {t('vault.forgot')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
