import { CircleStop } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { RunView } from '#shared/contract/sync.ts'
import { useSession } from '../use-session.ts'
import { useTell } from '../use-tell.ts'
import { RunBar } from './RunBar.tsx'
import styles from './RunProgress.module.css'
import { shareOf } from './run-view.ts'

/** What a synchronisation does now, how far it is, how fast, what went wrong, and a way to stop it. */
export function RunProgress({ run }: { run: RunView }) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const { role } = useSession()
  const cancel = useCommand('sync.cancel')
  const { connectionId, connectionName, phase, done, total, perSecond, found, errors, isCancelling } = run
  const words = isCancelling ? t('sync.cancelling') : t(`sync.phase.${phase}`)
  const share = shareOf(run)
  const facts = [
    ...(share === null || total === null
      ? []
      : [t('sync.doneOf', { done: format.number(done), total: format.number(total) })]),
    ...(found > 0 ? [t('sync.found', { count: found })] : []),
    ...(perSecond > 0 ? [t('sync.rate', { rate: format.number(perSecond, perSecond < 10 ? 1 : 0) })] : []),
  ]
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <span className={styles.phase}>{words}</span>
        {isGranted(role, 'data.write') ? (
          <Button
            size="sm"
            variant="ghost"
            icon={CircleStop}
            aria-label={t('sync.cancelOf', { name: connectionName })}
            aria-disabled={isCancelling || undefined}
            isPending={cancel.isPending}
            onClick={() => {
              if (!isCancelling) cancel.mutate({ connectionId }, { onError: tell.failed })
            }}
          >
            {t('sync.cancel')}
          </Button>
        ) : null}
      </div>
      <RunBar
        label={t('sync.progressOf', { name: connectionName })}
        share={share}
        valueText={[words, ...facts].join(', ')}
      />
      <p className={styles.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {errors > 0 ? <span className={styles.errors}>{t('sync.errors', { count: errors })}</span> : null}
      </p>
    </div>
  )
}
