import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { addMonths, type Day, firstOfMonth } from '#shared/lib/day.ts'
import { CalendarGrid } from './CalendarGrid.tsx'
import { itemsByDay, monthOf, weeksOf } from './calendar.ts'
import { DueList } from './DueList.tsx'
import styles from './schedules.module.css'

type Props = {
  /** `YYYY-MM`; empty: this one. */
  month: string
  onMonth: (month: string) => void
  onOpenRun: (runId: string) => void
}

/** A month of reports: what came out and what will. */
export function DueCalendar({ month, onMonth, onOpenRun }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { today } = useSession()
  const first = monthOf(month, today)
  const weeks = weeksOf(first)
  const [from, to] = [weeks[0]?.[0] ?? first, weeks.at(-1)?.[6] ?? first]
  const { data, error, refetch, isFetching, isPlaceholderData } = useCall('schedules.listDue', { from, to })
  const [picked, setPicked] = useState<Day | null>(null)
  const go = (day: Day): void => {
    const wanted = firstOfMonth(day)
    if (wanted !== first) onMonth(wanted === firstOfMonth(today) ? '' : wanted.slice(0, 7))
  }
  const items = data?.items ?? []
  const ofMonth = items.filter(({ day }) => firstOfMonth(day) === first)
  const shown = picked === null ? ofMonth : items.filter(({ day }) => day === picked)
  return (
    <Card
      title={t('reports.calendar')}
      subtitle={t('reports.calendarText')}
      actions={
        <div className={styles.turn}>
          <IconButton
            icon={ChevronLeft}
            size="sm"
            label={t('reports.calendarPrevious')}
            onClick={() => go(addMonths(first, -1))}
          />
          <span className={styles.month} role="status">
            {format.month(first)}
          </span>
          <IconButton
            icon={ChevronRight}
            size="sm"
            label={t('reports.calendarNext')}
            onClick={() => go(addMonths(first, 1))}
          />
          {first === firstOfMonth(today) ? null : (
            <Button size="sm" variant="ghost" onClick={() => go(today)}>
              {t('reports.calendarToday')}
            </Button>
          )}
        </div>
      }
    >
      {error ? (
        <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : (
        <div className={styles.calendar} data-stale={isPlaceholderData ? '' : undefined}>
          <CalendarGrid
            key={first}
            first={first}
            weeks={weeks}
            today={today}
            byDay={itemsByDay(items)}
            daysOff={new Set(data?.daysOff)}
            picked={picked}
            onPick={(day) => setPicked(day === picked ? null : day)}
            onLeave={go}
          />
          <DueList
            title={
              picked === null
                ? t('reports.calendarList')
                : t('reports.calendarOfDay', { day: format.day(picked) })
            }
            items={shown}
            isOfDay={picked !== null}
            onAll={() => setPicked(null)}
            onOpenRun={onOpenRun}
          />
        </div>
      )}
    </Card>
  )
}
