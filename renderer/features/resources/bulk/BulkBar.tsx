import { MessageSquarePlus, Tag, UserPen, X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { SelectionState } from '../use-selection.ts'
import styles from './BulkBar.module.css'
import { FieldsDialog } from './FieldsDialog.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { TagsDialog } from './TagsDialog.tsx'

type Task = 'tags' | 'fields' | 'note'

type Props = {
  selection: SelectionState
  total: number
  /** Keys of tags that the list knows, to take away. */
  tagKeys: readonly string[]
}

/** What can be done with everything that is selected, for as long as something is. */
export function BulkBar({ selection, total, tagKeys }: Props) {
  const { t } = useText()
  const [task, setTask] = useState<Task | null>(null)
  const count = selection.selection.size
  const shared = { ids: selection.selection, onClose: () => setTask(null) }
  return (
    <>
      <section className={styles.bar} aria-label={t('resources.bulk')} hidden={count === 0}>
        <p className={styles.count} role="status">
          {count === 0 ? '' : t('resources.selected', { count })}
        </p>
        {count < total ? (
          <Button size="sm" variant="ghost" onClick={selection.all}>
            {t('resources.selectAllOf', { count: total })}
          </Button>
        ) : null}
        <span className={styles.rule} aria-hidden />
        <Button size="sm" icon={Tag} onClick={() => setTask('tags')}>
          {t('resources.bulkTags')}
        </Button>
        <Button size="sm" icon={UserPen} onClick={() => setTask('fields')}>
          {t('resources.bulkFields')}
        </Button>
        <Button size="sm" icon={MessageSquarePlus} onClick={() => setTask('note')}>
          {t('resources.bulkNote')}
        </Button>
        <Button size="sm" variant="ghost" icon={X} onClick={selection.clear}>
          {t('resources.unselect')}
        </Button>
      </section>
      <TagsDialog {...shared} isOpen={task === 'tags'} tagKeys={tagKeys} />
      <FieldsDialog {...shared} isOpen={task === 'fields'} />
      <NoteDialog {...shared} isOpen={task === 'note'} />
    </>
  )
}
