import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { day } from '#shared/lib/day.ts'
import styles from './months.module.css'

/** `month` null: nothing is being reopened. */
type Props = { month: string | null; onClose: () => void }

export function ReopenDialog({ month, onClose }: Props) {
  const { t } = useText()
  const format = useFormat()
  const name = month === null ? '' : format.month(day(`${month}-01`))
  return (
    <Dialog title={t('rates.m.reopenTitle', { month: name })} isOpen={month !== null} onClose={onClose}>
      {month === null ? null : <ReopenForm month={month} name={name} onClose={onClose} />}
    </Dialog>
  )
}

function ReopenForm({ month, name, onClose }: { month: string; name: string; onClose: () => void }) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('months.reopen')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isPending || reason.trim() === '') return
    mutate(
      { month, reason },
      {
        onSuccess: () => {
          tell.done(t('rates.m.reopenedDone', { month: name }))
          onClose()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{t('rates.m.reopenText')}</p>
      <TextArea
        label={t('rates.m.reopenReason')}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={isTried && reason.trim() === '' ? t('rates.m.reopenNeeds') : undefined}
        data-focus-first
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="danger" isPending={isPending}>
          {t('rates.m.reopen')}
        </Button>
      </div>
    </form>
  )
}
