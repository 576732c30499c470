import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { ReportView } from '#shared/contract/reports.ts'

type Props = { report: Pick<ReportView, 'id' | 'name'> | null; onClose: () => void; onRemoved?: () => void }

export function RemoveReport({ report, onClose, onRemoved }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('reports.remove')
  const close = (): void => {
    reset()
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen={report !== null}
      title={t('reports.removeTitle', { name: report?.name ?? '' })}
      confirmLabel={t('reports.remove')}
      isPending={isPending}
      error={error}
      onClose={close}
      onConfirm={() => {
        if (!report || isPending) return
        mutate(
          { id: report.id },
          {
            onSuccess: () => {
              tell.done(t('reports.removed', { name: report.name }))
              close()
              onRemoved?.()
            },
          },
        )
      }}
    >
      <p>{t('reports.removeText')}</p>
    </ConfirmDialog>
  )
}
