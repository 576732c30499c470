import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ConnectionView } from '#shared/contract/connections.ts'
import { scheduleWords } from '../schedule-words.ts'
import styles from './ConnectionCard.module.css'

/** How fresh it is, and when it will be fresh again. */
export function CardFoot({ item }: { item: ConnectionView }) {
  const { t, language } = useText()
  const format = useFormat()
  const { timeZone } = useSession()
  const { lastSyncAtMs, dataThrough, schedule, nextSyncAtMs, status } = item
  const rests = status === 'paused' || status === 'archived'
  return (
    <div className={styles.times}>
      <p className={styles.line}>
        {lastSyncAtMs === null ? (
          <span>{t('connections.never')}</span>
        ) : (
          <time dateTime={new Date(lastSyncAtMs).toISOString()} title={format.instant(lastSyncAtMs)}>
            {t('connections.synced', { age: format.age(lastSyncAtMs) })}
          </time>
        )}
        {dataThrough ? <span>{t('connections.through', { day: format.day(dataThrough) })}</span> : null}
      </p>
      {rests ? null : (
        <p className={styles.line}>
          <span>{scheduleWords(schedule, t, language, timeZone)}</span>
          {nextSyncAtMs === null ? null : (
            <span>
              {nextSyncAtMs <= Date.now()
                ? t('connections.nextRunDue')
                : t('connections.nextRun', { when: format.instant(nextSyncAtMs) })}
            </span>
          )}
        </p>
      )}
    </div>
  )
}
