import type { Language } from '#renderer/i18n/language.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { ScheduleRule } from '#shared/contract/reports.ts'

/** A rule as a form has it: what other kinds had is still there when one goes back to them. */
export type RuleDraft = {
  kind: ScheduleRule['kind']
  nth: number
  time: string
  repeat: 'daily' | 'weekdays' | 'weekly' | 'monthly' | 'own'
  /** 1 = Monday … 7 = Sunday. */
  weekday: number
  day: number
  pattern: string
}

const START: RuleDraft = {
  kind: 'workday',
  nth: 3,
  time: '09:00',
  repeat: 'weekly',
  weekday: 1,
  day: 1,
  pattern: '0 9 1 * *',
}

const SIMPLE = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|1-5|[0-7])$/

const timeOf = (hour: string, minute: string): string => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`

/** A pattern that the form has words for, taken apart; null for any other. */
function readPattern(pattern: string): Pick<RuleDraft, 'repeat' | 'time' | 'weekday' | 'day'> | null {
  const [, minute = '', hour = '', day = '', weekday = ''] =
    SIMPLE.exec(pattern.trim().replace(/\s+/g, ' ')) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59 || (day !== '*' && weekday !== '*')) return null
  const at = { time: timeOf(hour, minute), weekday: START.weekday, day: START.day }
  if (day !== '*') return { ...at, repeat: 'monthly', day: Number(day) }
  if (weekday === '*') return { ...at, repeat: 'daily' }
  if (weekday === '1-5') return { ...at, repeat: 'weekdays' }
  return { ...at, repeat: 'weekly', weekday: Number(weekday) % 7 || 7 }
}

export function draftOfRule(rule: ScheduleRule | null): RuleDraft {
  switch (rule?.kind) {
    case 'workday':
      return { ...START, kind: 'workday', nth: rule.nth, time: rule.time }
    case 'cron': {
      const read = readPattern(rule.pattern)
      return { ...START, kind: 'cron', pattern: rule.pattern, ...(read ?? { repeat: 'own' }) }
    }
    case 'close':
      return { ...START, kind: 'close' }
    default:
      return START
  }
}

function patternOf({ repeat, time, weekday, day, pattern }: RuleDraft): string {
  const [hour = '9', minute = '0'] = time.split(':')
  const at = `${Number(minute)} ${Number(hour)}`
  switch (repeat) {
    case 'daily':
      return `${at} * * *`
    case 'weekdays':
      return `${at} * * 1-5`
    case 'weekly':
      return `${at} * * ${weekday % 7}`
    case 'monthly':
      return `${at} ${day} * *`
    case 'own':
      return pattern.trim()
  }
}

/** Null where the time is not one, or nothing is written. */
export function ruleOf(draft: RuleDraft): ScheduleRule | null {
  const hasTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(draft.time)
  if (draft.kind === 'close') return { kind: 'close' }
  if (draft.kind === 'workday') return hasTime ? { kind: 'workday', nth: draft.nth, time: draft.time } : null
  const pattern = patternOf(draft)
  return pattern === '' || (draft.repeat !== 'own' && !hasTime) ? null : { kind: 'cron', pattern }
}

/** The second of November 2026 was a Monday. */
export const weekdayName = (weekday: number, language: Language, form: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { weekday: form, timeZone: 'UTC' }).format(
    Date.UTC(2026, 10, 1 + weekday),
  )

/** Which workday: `3-й`, `последний`, `2-й с конца`. */
export function workdayWords(nth: number, t: Translate): string {
  if (nth > 0) return t('reports.workday.nth', { number: nth })
  return nth === -1 ? t('reports.workday.last') : t('reports.workday.beforeLast', { number: -nth })
}

/** A rule as a person would say it. What cron can say and few people can is shown as it was written. */
export function ruleWords(rule: ScheduleRule, t: Translate, language: Language): string {
  if (rule.kind === 'close') return t('reports.words.close')
  if (rule.kind === 'workday') {
    const { nth, time } = rule
    if (nth === -1) return t('reports.words.workdayLast', { time })
    const day = t('reports.workday.nth', { number: Math.abs(nth) })
    return t(nth > 0 ? 'reports.words.workday' : 'reports.words.workdayBefore', { day, time })
  }
  const read = readPattern(rule.pattern)
  if (!read) return t('reports.words.cron', { pattern: rule.pattern })
  const { repeat, time, day } = read
  if (repeat === 'monthly') return t('reports.words.monthly', { day, time })
  if (repeat === 'weekly')
    return t('reports.words.weekly', { weekday: weekdayName(read.weekday, language), time })
  return t(repeat === 'daily' ? 'reports.words.daily' : 'reports.words.weekdays', { time })
}
