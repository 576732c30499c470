import { type FormEvent, useId, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ConnectionView } from '#shared/contract/connections.ts'
import { isVaultClosed } from '../use-sync-start.ts'
import styles from './RemoveDialog.module.css'

type History = 'keep' | 'erase'
type Props = { item: ConnectionView; onClose: () => void; onVault: (retry: () => void) => void }

/** Asks what becomes of the past. Erasing it is slow to reach on purpose: the name has to be typed. */
export function RemoveDialog({ item, onClose, onVault }: Props) {
  const { t } = useText()
  const tell = useTell()
  const formId = useId()
  const isArchived = item.status === 'archived'
  const [history, setHistory] = useState<History>(isArchived ? 'erase' : 'keep')
  const [typed, setTyped] = useState('')
  const [wasTried, setTried] = useState(false)
  const { mutate, isPending, error } = useCommand('connections.remove')
  const { id, name } = item
  const isNamed = typed.trim() === name.trim()

  const remove = (): void =>
    mutate(
      { id, history },
      {
        onSuccess: () => {
          tell.done(t(history === 'keep' ? 'connections.remove.kept' : 'connections.remove.erased', { name }))
          onClose()
        },
        onError: (failure) => {
          if (isVaultClosed(failure)) onVault(remove)
        },
      },
    )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || (history === 'erase' && !isNamed)) return
    remove()
  }

  return (
    <Dialog
      title={t(isArchived ? 'connections.erase.title' : 'connections.remove.title', { name })}
      isOpen
      onClose={onClose}
      width={560}
      footer={
        <>
          <Button onClick={onClose} data-focus-first>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="danger" isPending={isPending}>
            {t(history === 'keep' ? 'connections.remove.confirmKeep' : 'connections.remove.confirmErase')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {isArchived ? (
          <p>{t('connections.remove.eraseText')}</p>
        ) : (
          <fieldset className={styles.choices}>
            <legend className={styles.legend}>{t('connections.remove.text')}</legend>
            {(['keep', 'erase'] as const).map((choice) => (
              <label key={choice} className={styles.choice}>
                <input
                  type="radio"
                  name={`${formId}-history`}
                  checked={history === choice}
                  onChange={() => setHistory(choice)}
                />
                <span>
                  <span className={styles.name}>{t(`connections.remove.${choice}`)}</span>
                  <span className={styles.text}>{t(`connections.remove.${choice}Text`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {history === 'erase' ? (
          <TextField
            label={t('connections.remove.typeName')}
            value={typed}
            onChange={setTyped}
            placeholder={name}
            maxLength={120}
            error={wasTried && !isNamed ? t('connections.remove.wrongName', { name }) : undefined}
          />
        ) : null}
        {error && !isVaultClosed(error) ? <ErrorBanner error={error} /> : null}
      </form>
    </Dialog>
  )
}
