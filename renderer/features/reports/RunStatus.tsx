import { useText } from '#renderer/i18n/use-text.ts'
import { Badge, type Tone } from '#renderer/ui/Badge.tsx'
import type { ReportRunView } from '#shared/contract/reports.ts'

const TONES: Record<ReportRunView['status'], Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'ok',
  failed: 'bad',
  cancelled: 'neutral',
}

/** How far producing a report has come. */
export function RunStatus({ status }: Pick<ReportRunView, 'status'>) {
  const { t } = useText()
  return (
    <Badge tone={TONES[status]} hasDot>
      {t(`reports.status.${status}`)}
    </Badge>
  )
}
