import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { Schedule } from '#shared/contract/connections.ts'
import { describeError } from '#shared/texts/errors.ts'
import styles from './Wizard.module.css'

const SHOWN = 4

/** When a schedule would start it, by the clock of the very part that will. */
export function NextRuns({ schedule }: { schedule: Schedule }) {
  const { t, language } = useText()
  const format = useFormat()
  const isBlank = schedule.kind === 'cron' && schedule.pattern.trim() === ''
  const { data, error } = useCall(
    'connections.listRuns',
    { schedule },
    { enabled: !isBlank, keepsPrevious: false },
  )
  if (isBlank) return null
  return (
    <div className={styles.runs} aria-live="polite">
      <p className={styles.helpTitle}>{t('connect.plan.next')}</p>
      {error ? <p>{describeError(error.error, language).title}</p> : null}
      {data?.runs.length === 0 ? <p>{t('connect.plan.nextNone')}</p> : null}
      <ul className={styles.runList}>
        {(data?.runs ?? []).slice(0, SHOWN).map((atMs) => (
          <li key={atMs}>{format.instant(atMs)}</li>
        ))}
      </ul>
    </div>
  )
}
