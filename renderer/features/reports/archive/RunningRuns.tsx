import { X } from 'lucide-react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { RunStatus } from '../RunStatus.tsx'
import styles from './archive.module.css'
import { isUnderWay } from './run-view.ts'

type Props = { onOpen: (runId: string) => void }

/** Reports that are being produced at this moment, whoever asked for them. */
export function RunningRuns({ onOpen }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { data } = useCall('reports.listRuns', { limit: 20 })
  const cancel = useCommand('reports.cancel')
  const running = data?.items.filter(isUnderWay) ?? []
  if (running.length === 0) return null
  return (
    <section className={styles.running} aria-label={t('reports.running')}>
      <h2 className={styles.runningTitle}>{t('reports.running')}</h2>
      <ul>
        {running.map(({ id, title, status }) => (
          <li key={id} className={styles.runningItem}>
            <button type="button" className={styles.link} onClick={() => onOpen(id)}>
              {title}
            </button>
            <RunStatus status={status} />
            <span className={styles.grow} />
            <Button
              size="sm"
              variant="ghost"
              icon={X}
              aria-label={t('reports.stopOf', { name: title })}
              isPending={cancel.isPending && cancel.variables.runId === id}
              onClick={() => cancel.mutate({ runId: id }, { onError: tell.failed })}
            >
              {t('reports.stop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
