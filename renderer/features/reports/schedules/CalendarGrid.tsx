import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { Day } from '#shared/lib/day.ts'
import { type DueItem, isInMonth, moveInCalendar } from './calendar.ts'
import { dueIcons } from './due-icons.ts'
import { weekdayName } from './rule.ts'
import styles from './schedules.module.css'

type Props = {
  first: Day
  weeks: readonly (readonly Day[])[]
  today: Day
  byDay: ReadonlyMap<Day, readonly DueItem[]>
  daysOff: ReadonlySet<Day>
  picked: Day | null
  onPick: (day: Day) => void
  /** An arrow has left the month. */
  onLeave: (day: Day) => void
}

const MOST = 3

/** One tab stop; arrows go from day to day, Enter picks one. */
export function CalendarGrid(props: Props) {
  const { first, weeks, today, byDay, daysOff, picked, onPick, onLeave } = props
  const { t, language } = useText()
  const format = useFormat()
  const grid = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Day>(isInMonth(today, first) ? today : first)
  const hasMoved = useRef(false)
  useEffect(() => {
    if (hasMoved.current) grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const to = moveInCalendar(event.key, at)
    if (to === null) return
    event.preventDefault()
    if (!isInMonth(to, first)) {
      onLeave(to)
      return
    }
    hasMoved.current = true
    setAt(to)
  }
  const wordsOf = (day: Day, items: readonly DueItem[]): string =>
    [
      items.length === 0
        ? t('reports.calendarDayNone', { day: format.day(day) })
        : t('reports.calendarDay', { day: format.day(day), count: items.length }),
      ...(daysOff.has(day) ? [t('reports.calendarOff')] : []),
      ...items.map(({ name, state }) => `${name}: ${t(`reports.due.${state}`).toLowerCase()}`),
    ].join(', ')
  return (
    <table
      {...{ role: 'grid' }}
      ref={grid}
      className={styles.grid}
      aria-label={t('reports.calendarOf', { month: format.month(first) })}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday} scope="col" abbr={weekdayName(weekday, language)}>
              {weekdayName(weekday, language, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const items = byDay.get(day) ?? []
              return (
                <td
                  key={day}
                  {...{ role: 'gridcell', 'aria-selected': day === picked }}
                  data-day={day}
                  data-off={daysOff.has(day) ? '' : undefined}
                  data-other={isInMonth(day, first) ? undefined : ''}
                  data-today={day === today ? '' : undefined}
                  tabIndex={day === at ? 0 : -1}
                  className={styles.cell}
                  onFocus={() => setAt(isInMonth(day, first) ? day : at)}
                  onClick={() => onPick(day)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' && event.key !== ' ') return
                    event.preventDefault()
                    onPick(day)
                  }}
                >
                  <span className="visually-hidden">{wordsOf(day, items)}</span>
                  <span className={styles.number} aria-hidden>
                    {Number(day.slice(8))}
                  </span>
                  {items.slice(0, MOST).map(({ scheduleId, atMs, name, state }) => {
                    const Icon = dueIcons[state]
                    return (
                      <span
                        key={`${scheduleId} ${atMs}`}
                        className={styles.item}
                        data-state={state}
                        aria-hidden
                      >
                        <Icon size={12} strokeWidth={2.2} aria-hidden />
                        <span>{name}</span>
                      </span>
                    )
                  })}
                  {items.length > MOST ? (
                    <span className={styles.more} aria-hidden>
                      {t('reports.calendarMore', { count: items.length - MOST })}
                    </span>
                  ) : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
