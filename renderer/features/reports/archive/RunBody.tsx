import { PencilRuler, RotateCw, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import type { ReportRunView } from '#shared/contract/reports.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import { linkOfReport } from '../url.ts'
import styles from './archive.module.css'
import { RunCompare } from './RunCompare.tsx'
import { RunDeliveries } from './RunDeliveries.tsx'
import { RunFiles } from './RunFiles.tsx'
import { RunParameters } from './RunParameters.tsx'
import { RunRepeated } from './RunRepeated.tsx'
import { isUnderWay } from './run-view.ts'

type Props = {
  run: ReportRunView
  wasId: string | null
  spec: ReportSpec
  onOpen: (runId: string, wasId: string) => void
  onClose: () => void
}

export function RunBody({ run, wasId, spec, onOpen, onClose }: Props) {
  const { t, language } = useText()
  const { role } = useSession()
  const tell = useTell()
  const [, navigate] = useLocation()
  const cancel = useCommand('reports.cancel')
  const repeat = useCommand('reports.repeat')
  const remove = useCommand('reports.removeRun')
  const [isRemoving, setRemoving] = useState(false)
  const { id: runId, reportId } = run
  const isOver = !isUnderWay(run)
  const told = run.problem ? describeProblem(run.problem, language) : null
  return (
    <div className={styles.stack}>
      {isOver ? null : (
        <p className={styles.working} aria-busy="true" role="status">
          {t('reports.status.running')}…
          <Button
            size="sm"
            icon={X}
            isPending={cancel.isPending}
            onClick={() => cancel.mutate({ runId }, { onError: tell.failed })}
          >
            {t('reports.stop')}
          </Button>
        </p>
      )}
      {told ? (
        <div className={styles.failed} role="alert">
          <p className={styles.strong}>{told.title}</p>
          <p>{told.next}</p>
        </div>
      ) : null}
      {wasId === null ? null : <RunRepeated run={run} wasId={wasId} />}
      <RunFiles run={run} />
      {run.status === 'done' ? <RunDeliveries run={run} /> : null}
      <RunParameters run={run} spec={spec} />
      {run.status === 'done' ? <RunCompare runId={runId} /> : null}
      {isOver ? (
        <div className={styles.foot}>
          <Button
            icon={RotateCw}
            isPending={repeat.isPending}
            onClick={() =>
              repeat.mutate(
                { runId },
                {
                  onSuccess: (made) => {
                    tell.done(t('reports.repeated'))
                    onOpen(made.runId, runId)
                  },
                  onError: tell.failed,
                },
              )
            }
          >
            {t('reports.repeat')}
          </Button>
          {reportId === null ? null : (
            <Button icon={PencilRuler} onClick={() => navigate(linkOfReport(reportId))}>
              {t(run.status === 'failed' ? 'reports.failedNext' : 'reports.open')}
            </Button>
          )}
          {isGranted(role, 'settings.write') ? (
            <Button variant="ghost" icon={Trash2} aria-haspopup="dialog" onClick={() => setRemoving(true)}>
              {t('reports.removeRun')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('reports.removeRunTitle', { name: run.title })}
        confirmLabel={t('reports.removeRun')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={() => setRemoving(false)}
        onConfirm={() =>
          remove.mutate(
            { runId },
            {
              onSuccess: () => {
                tell.done(t('reports.runRemoved'))
                onClose()
              },
            },
          )
        }
      >
        <p>{t('reports.removeRunText')}</p>
      </ConfirmDialog>
    </div>
  )
}
