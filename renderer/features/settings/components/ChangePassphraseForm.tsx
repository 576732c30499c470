import { type FormEvent, useState } from 'react'
import { isAcceptable } from '#renderer/app/TwicePassphrase.tsx'
import { useTell } from '#renderer/app/use-tell.ts'
import { NewPassphraseFields } from '#renderer/app/vault/NewPassphraseFields.tsx'
import { isToldAtField, PassphraseField } from '#renderer/app/vault/PassphraseField.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import styles from './Section.module.css'

/** Stands in a dialog of its own, so that what was typed is gone when it closes. */
export function ChangePassphraseForm({ onDone }: { onDone: () => void }) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('vault.updatePassphrase')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState({ text: '', again: '' })
  const [isTried, setTried] = useState(false)

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || current === '' || !isAcceptable(next)) return
    mutate(
      { currentPassphrase: current, newPassphrase: next.text },
      {
        onSuccess: () => {
          tell.done(t('vault.passphraseChanged'))
          onDone()
        },
      },
    )
  }
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <input type="text" autoComplete="username" value="InfraZen" readOnly hidden />
      <PassphraseField
        label={t('vault.currentPassphrase')}
        value={current}
        onChange={(value) => {
          setCurrent(value)
          if (error) reset()
        }}
        error={error}
        isEmpty={isTried && current === ''}
        isFirst
      />
      <NewPassphraseFields value={next} onChange={setNext} isTried={isTried} />
      {error && !isToldAtField(error) ? <ErrorBanner error={error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('vault.change')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
