import type { Language } from '#renderer/i18n/language.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { Schedule } from '#shared/contract/connections.ts'

/** A schedule as a person would say it. What cron can say and few people can is shown as it was written. */
export function scheduleWords(schedule: Schedule, t: Translate, language: Language, ownZone: string): string {
  if (schedule.kind === 'manual') return t('connections.schedule.manual')
  if (schedule.kind === 'every') return t('connections.schedule.every', { count: schedule.hours })
  const words = patternWords(schedule.pattern, t, language)
  return schedule.timeZone === ownZone
    ? words
    : t('connections.schedule.zone', { words, zone: schedule.timeZone })
}

const SIMPLE = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|1-5|[0-7])$/

function patternWords(pattern: string, t: Translate, language: Language): string {
  const plain = pattern.trim().replace(/\s+/g, ' ')
  const [, minute = '', hour = '', day = '', weekday = ''] = SIMPLE.exec(plain) ?? []
  if (hour === '' || (day !== '*' && weekday !== '*'))
    return t('connections.schedule.cron', { pattern: plain })
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  if (day !== '*') return t('connections.schedule.monthly', { day, time })
  if (weekday === '*') return t('connections.schedule.daily', { time })
  if (weekday === '1-5') return t('connections.schedule.weekdays', { time })
  return t('connections.schedule.weekly', { time, weekday: weekdayName(Number(weekday) % 7, language) })
}

/** The first of November 2026 was a Sunday. */
const weekdayName = (weekday: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, 10, 1 + weekday),
  )
