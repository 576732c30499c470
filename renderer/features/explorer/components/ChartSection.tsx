import { useMemo, useState } from 'react'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { binNotes, useNotes } from '../use-notes.ts'
import { ChartPanel, type ChartPanelProps } from './ChartPanel.tsx'
import { NoteDialog, type NoteTarget } from './NoteDialog.tsx'
import { Notes } from './Notes.tsx'

type Props = Omit<ChartPanelProps, 'notes' | 'onAt'>

/** The chart, and beneath it what people have noted about its days. */
export function ChartSection(props: Props) {
  const { t } = useText()
  const { role } = useSession()
  const { answer } = props
  const notes = useNotes(answer.period)
  const marks = useMemo(() => binNotes(notes, answer.bins), [notes, answer.bins])
  const [target, setTarget] = useState<NoteTarget | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const canWrite = isGranted(role, 'data.write')
  const last = answer.bins.at(-1)?.from
  const dayAt = answer.bins.find(({ from }) => from === day)?.from ?? last
  const actions = useMemo(
    () =>
      canWrite && dayAt
        ? [
            {
              id: 'note',
              label: t('explorer.noteAdd'),
              keys: 'n',
              run: () => setTarget({ day: dayAt }),
            },
          ]
        : [],
    [canWrite, dayAt, t],
  )
  usePageActions(actions)
  return (
    <Card>
      <ChartPanel {...props} notes={marks} onAt={setDay} />
      <Notes
        notes={notes}
        canWrite={canWrite}
        onOpen={(note) => setTarget({ note })}
        onAdd={() => {
          if (dayAt) setTarget({ day: dayAt })
        }}
      />
      <NoteDialog target={target} canWrite={canWrite} onClose={() => setTarget(null)} />
    </Card>
  )
}
