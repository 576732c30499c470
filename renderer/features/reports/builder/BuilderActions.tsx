import {
  ArrowLeft,
  CalendarClock,
  Ellipsis,
  FileDown,
  FileOutput,
  FilePlus2,
  Save,
  Trash2,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { ReportView } from '#shared/contract/reports.ts'
import { RemoveReport } from '../list/RemoveReport.tsx'
import { ProduceDialog, type Producible } from '../ProduceDialog.tsx'
import type { SetUrl } from '../url.ts'
import { useSaveReportFile } from '../use-report-file.ts'
import { type Draft, refusalOf } from './draft.ts'
import { SaveAsDialog } from './SaveAsDialog.tsx'

type Props = {
  draft: Draft
  saved: ReportView | null
  names: readonly string[]
  isDirty: boolean
  onChange: SetUrl
  onKept: (id: string) => void
  onRename: (name: string) => void
}

/** What is done with the report whole: keep, produce, pass on. */
export function BuilderActions({ draft, saved, names, isDirty, onChange, onKept, onRename }: Props) {
  const { t } = useText()
  const { role } = useSession()
  const tell = useTell()
  const [, navigate] = useLocation()
  const saveFile = useSaveReportFile()
  const add = useCommand('reports.add')
  const update = useCommand('reports.update')
  const [producing, setProducing] = useState<Producible | null>(null)
  const [isSavingAs, setSavingAs] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const mayWrite = isGranted(role, 'data.write')
  const isSound = refusalOf(draft) === null
  const { name, spec } = draft
  const save = (): void => {
    if (!mayWrite || !isSound || add.isPending || update.isPending) return
    const told = (id: string) => ({
      onSuccess: () => {
        tell.done(t('reportBuilder.saved', { name }))
        onKept(id)
      },
      onError: tell.failed,
    })
    if (saved) update.mutate({ id: saved.id, name, spec }, told(saved.id))
    else
      add.mutate(
        { name, spec },
        {
          onSuccess: ({ id }) => {
            tell.done(t('reportBuilder.saved', { name }))
            onKept(id)
          },
          onError: tell.failed,
        },
      )
  }
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // By its place on the keyboard: the Russian layout writes another letter there.
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.code !== 'KeyS') return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  const produce = (): void =>
    setProducing(
      saved && !isDirty ? { name, reportId: saved.id } : { name, spec, isUnsaved: mayWrite && isDirty },
    )
  return (
    <>
      <Button icon={ArrowLeft} variant="ghost" onClick={() => navigate('/reports')}>
        {t('reportBuilder.toList')}
      </Button>
      {mayWrite ? (
        <Button
          icon={Save}
          aria-keyshortcuts="Control+S"
          isPending={add.isPending || update.isPending}
          disabled={!isSound || (saved !== null && !isDirty)}
          onClick={save}
        >
          {t('reportBuilder.save')}
        </Button>
      ) : null}
      <Button variant="primary" icon={FileOutput} disabled={!isSound} onClick={produce}>
        {t('reports.produce')}
      </Button>
      <Menu
        label={t('reportBuilder.more')}
        sections={[
          {
            id: 'report',
            items: [
              ...(mayWrite
                ? [
                    {
                      id: 'saveAs',
                      label: t('reportBuilder.saveAs'),
                      icon: FilePlus2,
                      run: () => setSavingAs(true),
                    },
                  ]
                : []),
              {
                id: 'file',
                label: t('reports.saveFile'),
                icon: FileDown,
                run: () => saveFile(name, spec),
              },
              ...(saved && mayWrite
                ? [
                    {
                      id: 'schedule',
                      label: t('reports.schedule'),
                      icon: CalendarClock,
                      run: () => navigate(`/reports?tab=schedules&schedule=${encodeURIComponent(saved.id)}`),
                    },
                  ]
                : []),
            ],
          },
          ...(saved && mayWrite
            ? [
                {
                  id: 'remove',
                  items: [
                    {
                      id: 'remove',
                      label: t('reports.remove'),
                      icon: Trash2,
                      isDanger: true,
                      run: () => setRemoving(true),
                    },
                  ],
                },
              ]
            : []),
        ]}
        trigger={(props) => <IconButton icon={Ellipsis} label={t('reportBuilder.more')} {...props} />}
      />
      <ProduceDialog
        what={producing}
        onStarted={(run) => {
          setProducing(null)
          onChange({ run })
        }}
        onClose={() => setProducing(null)}
      />
      <SaveAsDialog
        isOpen={isSavingAs}
        name={name}
        names={names}
        spec={spec}
        onSaved={(id, newName) => {
          setSavingAs(false)
          onRename(newName)
          onKept(id)
        }}
        onClose={() => setSavingAs(false)}
      />
      <RemoveReport
        report={isRemoving ? saved : null}
        onClose={() => setRemoving(false)}
        onRemoved={() => navigate('/reports')}
      />
    </>
  )
}
