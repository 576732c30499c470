import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { Block } from './Block.tsx'
import type { ResourceDetails } from './DrawerTabs.tsx'
import styles from './NotesBlock.module.css'

/** What people have written about it. */
export function NotesBlock({ data }: { data: ResourceDetails }) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const session = useSession()
  const add = useCommand('resources.updateMany')
  const remove = useCommand('resources.removeNote')
  const [text, setText] = useState('')
  const { id } = data.resource
  const canWrite = isGranted(session.role, 'data.write')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '' || add.isPending) return
    add.mutate({ ids: [id], note: text.trim() }, { onSuccess: () => setText(''), onError: tell.failed })
  }
  return (
    <Block title={t('resources.notes')}>
      {data.notes.length === 0 ? <p className={styles.none}>{t('resources.notesNone')}</p> : null}
      <ul className={styles.list}>
        {data.notes.map((note) => (
          <li key={note.id} className={styles.note}>
            <div className={styles.words}>
              <p className={styles.text}>{note.text}</p>
              <p className={styles.who}>{`${note.byName}, ${format.instant(note.atMs)}`}</p>
            </div>
            {canWrite ? (
              <IconButton
                icon={Trash2}
                size="sm"
                label={t('resources.noteRemove')}
                onClick={() => remove.mutate({ id, noteId: note.id }, { onError: tell.failed })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {canWrite ? (
        <form className={styles.form} onSubmit={submit}>
          <TextArea
            label={t('resources.noteNew')}
            isLabelHidden
            placeholder={t('resources.noteNew')}
            rows={2}
            maxLength={2000}
            value={text}
            onChange={setText}
          />
          <Button type="submit" isPending={add.isPending} disabled={text.trim() === ''}>
            {t('resources.noteAdd')}
          </Button>
        </form>
      ) : null}
    </Block>
  )
}
