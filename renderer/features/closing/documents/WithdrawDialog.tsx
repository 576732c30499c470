import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import type { ActView } from '#shared/contract/acts.ts'
import styles from './documents.module.css'

type Props = { act: ActView; isOpen: boolean; onClose: () => void; onDone: () => void }

export function WithdrawDialog({ act, isOpen, onClose, onDone }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('acts.withdrawTitle', { number: act.number })} isOpen={isOpen} onClose={onClose}>
      <WithdrawForm act={act} onClose={onClose} onDone={onDone} />
    </Dialog>
  )
}

function WithdrawForm({ act, onClose, onDone }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('acts.withdraw')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || reason.trim() === '') return
    mutate(
      { id: act.id, reason: reason.trim() },
      {
        onSuccess: () => {
          tell.done(t('acts.withdrawn', { number: act.number }))
          onClose()
          onDone()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{t('acts.withdrawText')}</p>
      <TextArea
        label={t('acts.reason')}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={isTried && reason.trim() === '' ? t('acts.reasonNeeded') : undefined}
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose} data-focus-first>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="danger" isPending={isPending}>
          {t('acts.withdraw')}
        </Button>
      </div>
    </form>
  )
}
