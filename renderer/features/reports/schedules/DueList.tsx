import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import type { DueItem } from './calendar.ts'
import { dueIcons, dueTones } from './due-icons.ts'
import styles from './schedules.module.css'

type Props = {
  title: string
  items: readonly DueItem[]
  isOfDay: boolean
  onAll: () => void
  onOpenRun: (runId: string) => void
}

/** The same in words, one a line: of the day that was picked, or of the month. */
export function DueList({ title, items, isOfDay, onAll, onOpenRun }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <section className={styles.due} aria-label={title}>
      <div className={styles.dueHead}>
        <h3 className={styles.heading}>{title}</h3>
        {isOfDay ? (
          <Button size="sm" variant="ghost" onClick={onAll}>
            {t('reports.calendarList')}
          </Button>
        ) : null}
      </div>
      {items.length === 0 ? <p className={styles.soft}>{t('reports.calendarNone')}</p> : null}
      <ul className={styles.dueItems}>
        {items.map(({ scheduleId, atMs, name, reportName, state, runId }) => (
          <li key={`${scheduleId} ${atMs}`} className={styles.dueItem}>
            <span className={styles.when}>{format.instant(atMs)}</span>
            <span className={styles.dueName}>
              {runId === null ? (
                name
              ) : (
                <button
                  type="button"
                  className={styles.link}
                  aria-label={t('reports.toRun', { name })}
                  onClick={() => onOpenRun(runId)}
                >
                  {name}
                </button>
              )}
              {reportName === name ? null : <span className={styles.soft}>{reportName}</span>}
            </span>
            <Badge tone={dueTones[state]} icon={dueIcons[state]}>
              {t(`reports.due.${state}`)}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}
