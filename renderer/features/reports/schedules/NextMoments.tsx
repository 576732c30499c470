import { useSettled } from '#renderer/app/costs/use-settled.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import type { ScheduleRule } from '#shared/contract/reports.ts'
import { formatInstant } from '#shared/lib/format-time.ts'
import { describeError } from '#shared/texts/errors.ts'
import styles from '../reports.module.css'
import { ruleWords } from './rule.ts'

type Props = { rule: ScheduleRule; timeZone: string }

/** Letters come faster than answers are needed. */
const REST_MS = 250
const MOST = 5

/** What a rule means, before anything is kept: in words, and the moments that it comes to. */
export function NextMoments({ rule, timeZone }: Props) {
  const { t, language } = useText()
  const asked = useSettled(JSON.stringify({ rule, timeZone }), REST_MS)
  const { data, error } = useCall('schedules.explain', JSON.parse(asked) as Props)
  if (error) {
    const { title, next } = describeError(error.error, language)
    return (
      <p className={styles.bad} role="alert">
        {title} {next}
      </p>
    )
  }
  return (
    <section className={styles.next} aria-label={t('reports.nextFive')}>
      <p className={styles.strong}>{ruleWords(rule, t, language)}</p>
      {data ? (
        data.nextAtMs.length === 0 ? (
          <p className={styles.soft}>{t('reports.nextNone')}</p>
        ) : (
          <ol className={styles.moments}>
            {data.nextAtMs.slice(0, MOST).map((atMs) => (
              <li key={atMs}>
                <time dateTime={new Date(atMs).toISOString()}>{formatInstant(atMs, language, timeZone)}</time>
              </li>
            ))}
          </ol>
        )
      ) : null}
      {data && data.assumedYears.length > 0 ? (
        <p className={styles.soft}>{t('reports.assumed', { years: data.assumedYears.join(', ') })}</p>
      ) : null}
    </section>
  )
}
