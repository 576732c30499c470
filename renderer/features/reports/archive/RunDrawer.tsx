import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Drawer } from '#renderer/ui/Drawer.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { RunStatus } from '../RunStatus.tsx'
import styles from './archive.module.css'
import { RunBody } from './RunBody.tsx'

type Props = {
  runId: string | null
  /** Of which it is a repetition; null where it is none. */
  wasId: string | null
  onOpen: (runId: string, wasId: string) => void
  onClose: () => void
}

/** All that is known of one produced report, over the page that it was opened from. */
export function RunDrawer({ runId, wasId, onOpen, onClose }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { data, error, isFetching, refetch } = useCall(
    'reports.getRun',
    { runId: runId ?? '' },
    { enabled: runId !== null, keepsPrevious: false },
  )
  const run = data?.run
  return (
    <Drawer
      label={run?.title ?? t('reports.run.drawer')}
      isOpen={runId !== null}
      onClose={onClose}
      head={
        run ? (
          <div>
            <h2 className={styles.title}>{run.title}</h2>
            <p className={styles.soft}>
              {[
                ...(run.period ? [format.dayRange(run.period.from, run.period.to)] : []),
                ...(run.why ? [run.why] : []),
              ].join(' · ')}
            </p>
            <div className={styles.badges}>
              <RunStatus status={run.status} />
            </div>
          </div>
        ) : (
          <div aria-busy={error === null}>
            <Skeleton width={260} height={24} />
          </div>
        )
      }
    >
      <div className={styles.sheet}>
        {error ? (
          <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
        ) : data ? (
          <RunBody
            key={data.run.id}
            run={data.run}
            wasId={wasId}
            spec={data.spec}
            onOpen={onOpen}
            onClose={onClose}
          />
        ) : (
          <div aria-busy="true">
            <Skeleton height={240} radius={10} />
          </div>
        )}
      </div>
    </Drawer>
  )
}
