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

/** `month` null: nothing is being closed. */
type Props = { month: string | null; onClose: () => void }

export function CloseDialog({ month, onClose }: Props) {
  const { t } = useText()
  const format = useFormat()
  const name = month === null ? '' : format.month(day(`${month}-01`))
  return (
    <Dialog title={t('rates.m.closeTitle', { month: name })} isOpen={month !== null} onClose={onClose}>
      {month === null ? null : <CloseForm month={month} name={name} onClose={onClose} />}
    </Dialog>
  )
}

function CloseForm({ month, name, onClose }: { month: string; name: string; onClose: () => void }) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('months.close')
  const [note, setNote] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isPending) return
    mutate(
      { month, note: note.trim() || null },
      {
        onSuccess: () => {
          tell.done(t('rates.m.closedDone', { month: name }))
          onClose()
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p>{t('rates.m.closeText')}</p>
      <TextArea
        label={t('rates.m.note')}
        hint={t('rates.m.noteHint')}
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose} data-focus-first>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('rates.m.close')}
        </Button>
      </div>
    </form>
  )
}
