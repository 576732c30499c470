import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { type Day, isDay } from '#shared/lib/day.ts'
import type { NoteView } from '../use-notes.ts'
import styles from './NoteDialog.module.css'

/** A note that is there, or the day of one to write. */
export type NoteTarget = { note: NoteView } | { day: Day }

type Props = { target: NoteTarget | null; canWrite: boolean; onClose: () => void }

export function NoteDialog({ target, canWrite, onClose }: Props) {
  const { t } = useText()
  const isNew = target !== null && 'day' in target
  return (
    <Dialog
      title={t(isNew ? 'explorer.noteNew' : 'explorer.note')}
      isOpen={target !== null}
      onClose={onClose}
      width={520}
    >
      {target ? <Body target={target} canWrite={canWrite} onClose={onClose} /> : null}
    </Dialog>
  )
}

type BodyProps = { target: NoteTarget; canWrite: boolean; onClose: () => void }

function Body({ target, canWrite, onClose }: BodyProps) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const add = useCommand('annotations.add')
  const update = useCommand('annotations.update')
  const remove = useCommand('annotations.remove')
  const note = 'note' in target ? target.note : null
  const first = 'note' in target ? target.note.from : target.day
  const [from, setFrom] = useState<string>(first)
  const [to, setTo] = useState<string>(note?.to ?? first)
  const [text, setText] = useState(note?.text ?? '')
  const [isTried, setTried] = useState(false)
  const isBackwards = isDay(from) && isDay(to) && from > to
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!isDay(from) || !isDay(to) || isBackwards || text.trim() === '') return
    if (note) update.mutate({ id: note.id, from, to, text }, { onSuccess: onClose })
    else add.mutate({ from, to, text }, { onSuccess: onClose })
  }
  if (note && !canWrite)
    return (
      <div className={styles.form}>
        <p className={styles.soft}>{format.dayRange(note.from, note.to)}</p>
        <p className={styles.text}>{note.text}</p>
        {note.byName ? <p className={styles.soft}>{note.byName}</p> : null}
      </div>
    )
  const error = add.error ?? update.error
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.days}>
        <TextField type="date" label={t('period.from')} value={from} onChange={setFrom} />
        <TextField
          type="date"
          label={t('period.to')}
          value={to}
          onChange={setTo}
          error={isTried && isBackwards ? t('period.refused.backwards') : undefined}
        />
      </div>
      <TextArea
        label={t('explorer.noteText')}
        value={text}
        maxLength={2000}
        data-focus-first
        onChange={setText}
        error={isTried && text.trim() === '' ? t('explorer.noteEmpty') : undefined}
      />
      {note ? (
        <p className={styles.soft}>
          {[note.byName, format.instant(note.atMs)].filter((each) => each !== null).join(', ')}
        </p>
      ) : null}
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.buttons}>
        {note ? (
          <Button
            icon={Trash2}
            variant="ghost"
            isPending={remove.isPending}
            onClick={() => remove.mutate({ id: note.id }, { onSuccess: onClose, onError: tell.failed })}
          >
            {t('explorer.noteRemove')}
          </Button>
        ) : null}
        <span className={styles.grow} />
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={add.isPending || update.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
