import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import type { Unrecognised } from '../view.ts'
import styles from './forms.module.css'

export function NoteForm({ item }: { item: Unrecognised }) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending } = useCommand('unrecognised.update')
  const [note, setNote] = useState(item.note ?? '')
  const trimmed = note.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isPending) return
    mutate(
      { id: item.id, note: trimmed === '' ? null : trimmed },
      { onSuccess: () => tell.done(t('common.saved')), onError: tell.failed },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextArea label={t('unrecognised.note')} rows={2} maxLength={2000} value={note} onChange={setNote} />
      <Button
        type="submit"
        className={styles.button}
        isPending={isPending}
        disabled={trimmed === (item.note ?? '')}
      >
        {t('unrecognised.noteSave')}
      </Button>
    </form>
  )
}
