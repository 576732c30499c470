import { ChevronsUpDown, RefreshCw } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { Popover } from '#renderer/ui/Popover.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { RunProgress } from './RunProgress.tsx'
import { runKey } from './run-view.ts'
import styles from './SyncIndicator.module.css'
import { useEndedRuns } from './use-ended-runs.ts'
import { useRuns } from './use-runs.ts'

/**
 * Seen from every page while something is synchronised; a press shows each run. Screen readers are told when work
 * begins and, by the message about its end, when it is over, and nothing in between.
 */
export function SyncIndicator({ isRail }: { isRail: boolean }) {
  const { t } = useText()
  const runs = useRuns()
  useEndedRuns()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  // It opens when somebody asks, not by itself with the next run.
  useEffect(() => {
    if (runs.length === 0) setOpen(false)
  }, [runs.length])
  const words = runs.length === 0 ? '' : t('sync.running', { count: runs.length })
  const errors = runs.reduce((sum, run) => sum + run.errors, 0)
  const first = runs.find(({ phase }) => phase !== 'queued') ?? runs[0]
  return (
    <>
      <p role="status" className="visually-hidden">
        {words}
      </p>
      {first ? (
        <button
          ref={anchor}
          type="button"
          className={styles.indicator}
          data-rail={isRail ? '' : undefined}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-label={isRail ? words : undefined}
          onClick={() => setOpen((open) => !open)}
        >
          <RefreshCw size={16} aria-hidden className={styles.spinner} />
          {isRail ? (
            <span className={styles.count} aria-hidden>
              {runs.length}
            </span>
          ) : (
            <>
              <span className={styles.words}>
                <span className={styles.what}>
                  {runs.length === 1 ? first.connectionName : t('sync.several', { count: runs.length })}
                </span>
                <span className={styles.phase}>
                  {errors > 0 ? (
                    <span className={styles.errors}>{t('sync.errors', { count: errors })}, </span>
                  ) : null}
                  {t(`sync.phase.${first.phase}`)}
                </span>
              </span>
              <ChevronsUpDown size={15} aria-hidden className={styles.arrow} />
            </>
          )}
        </button>
      ) : null}
      <Popover
        anchor={anchor}
        isOpen={isOpen && runs.length > 0}
        onClose={close}
        label={t('sync.title')}
        side={isRail ? 'right' : 'top-start'}
      >
        <div className={styles.panel}>
          <ul className={styles.list}>
            {runs.map((run) => (
              <li key={runKey(run)} className={styles.run}>
                <p className={styles.name}>
                  <ProviderMark provider={run.provider} size={20} />
                  {run.connectionName}
                </p>
                <RunProgress run={run} />
              </li>
            ))}
          </ul>
          <Link href="/connections" className={styles.link} onClick={close}>
            {t('sync.toConnections')}
          </Link>
        </div>
      </Popover>
    </>
  )
}
