import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { ReportScheduleView } from '#shared/contract/reports.ts'

type Props = { schedule: ReportScheduleView | null; onClose: () => void }

export function RemoveSchedule({ schedule, onClose }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('schedules.remove')
  const close = (): void => {
    reset()
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen={schedule !== null}
      title={t('reports.scheduleRemoveTitle', { name: schedule?.name ?? '' })}
      confirmLabel={t('reports.scheduleRemove')}
      isPending={isPending}
      error={error}
      onClose={close}
      onConfirm={() => {
        if (!schedule || isPending) return
        mutate(
          { id: schedule.id },
          {
            onSuccess: () => {
              tell.done(t('reports.scheduleRemoved', { name: schedule.name }))
              close()
            },
          },
        )
      }}
    >
      <p>{t('reports.scheduleRemoveText')}</p>
    </ConfirmDialog>
  )
}
