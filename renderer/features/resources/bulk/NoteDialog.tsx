import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import { useUpdateMany } from './use-update-many.ts'

type Props = { ids: ReadonlySet<number>; isOpen: boolean; onClose: () => void }

/** One note for all of them. */
export function NoteDialog({ ids, isOpen, onClose }: Props) {
  const { t } = useText()
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { run, isPending, error, reset } = useUpdateMany()
  const close = (): void => {
    onClose()
    setNote('')
    setTried(false)
    reset()
  }
  const apply = async (): Promise<void> => {
    setTried(true)
    if (note.trim() !== '' && (await run(ids, { note: note.trim() }))) close()
  }
  return (
    <BulkDialog
      title={t('resources.bulkNoteTitle')}
      count={ids.size}
      isOpen={isOpen}
      isPending={isPending}
      error={error}
      onClose={close}
      onApply={() => void apply()}
    >
      <TextArea
        label={t('resources.note')}
        maxLength={2000}
        value={note}
        onChange={setNote}
        error={isTried && note.trim() === '' ? t('resources.noteNeeded') : undefined}
      />
    </BulkDialog>
  )
}
