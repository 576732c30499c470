import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { ReportRunView } from '#shared/contract/reports.ts'
import styles from './archive.module.css'
import { areSameFiles } from './run-view.ts'

type Props = { run: ReportRunView; wasId: string }

/** Whether producing a report once more has given the same files. */
export function RunRepeated({ run, wasId }: Props) {
  const { t } = useText()
  const { data } = useCall('reports.getRun', { runId: wasId }, { keepsPrevious: false })
  if (!data || run.status !== 'done') return null
  return (
    <p className={styles.note} role="status">
      {t(areSameFiles(data.run, run) ? 'reports.repeatSame' : 'reports.repeatChanged')}
    </p>
  )
}
