import { MessageSquarePlus } from 'lucide-react'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { NoteView } from '../use-notes.ts'
import styles from './Notes.module.css'

type Props = {
  notes: readonly NoteView[]
  canWrite: boolean
  onOpen: (note: NoteView) => void
  onAdd: () => void
}

/** What people have noted about these days; the numbers are those over the chart. */
export function Notes({ notes, canWrite, onOpen, onAdd }: Props) {
  const { t, language } = useText()
  const { today } = useSession()
  if (notes.length === 0 && !canWrite) return null
  return (
    <div className={styles.notes}>
      {notes.length === 0 ? null : (
        <ol className={styles.list} aria-label={t('explorer.notes')}>
          {notes.map((note, at) => (
            <li key={note.id}>
              <button type="button" className={styles.note} onClick={() => onOpen(note)}>
                <span className={styles.number}>{at + 1}</span>
                <span className={styles.day}>{rangeWords(note.from, note.to, today, language)}</span>
                <span className={styles.text}>{note.text}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {canWrite ? (
        <Button size="sm" variant="ghost" icon={MessageSquarePlus} aria-keyshortcuts="n" onClick={onAdd}>
          {t('explorer.noteAdd')}
        </Button>
      ) : null}
    </div>
  )
}
