import { describe, expect, it } from 'vitest'
import { scheduleWords } from '#renderer/features/connections/schedule-words.ts'
import { type TextParams, translate } from '#renderer/i18n/translate.ts'
import type { Schedule } from '#shared/contract/connections.ts'

const words = (schedule: Schedule, language: 'ru' | 'en' = 'ru'): string =>
  scheduleWords(
    schedule,
    (key, params?: TextParams) => translate(language, key, params),
    language,
    'Europe/Moscow',
  )
const cron = (pattern: string, timeZone = 'Europe/Moscow'): Schedule => ({
  kind: 'cron',
  pattern,
  timeZone,
  quiet: null,
})

describe('scheduleWords', () => {
  it.each([
    [{ kind: 'manual' }, 'Только вручную'],
    [{ kind: 'every', hours: 1, quiet: null }, 'Каждый час'],
    [{ kind: 'every', hours: 3, quiet: null }, 'Каждые 3 часа'],
    [{ kind: 'every', hours: 24, quiet: null }, 'Каждые 24 часа'],
    [{ kind: 'every', hours: 12, quiet: null }, 'Каждые 12 часов'],
    [cron('0 9 * * *'), 'Каждый день в 09:00'],
    [cron(' 5   18 * *  1-5 '), 'По будням в 18:05'],
    [cron('30 7 * * 1'), 'Раз в неделю, понедельник, 07:30'],
    [cron('30 7 * * 7'), 'Раз в неделю, воскресенье, 07:30'],
    [cron('0 7 1 * *'), 'Каждый месяц, 1-го числа в 07:00'],
  ] satisfies [Schedule, string][])('says %o as «%s»', (schedule, said) => {
    expect(words(schedule)).toBe(said)
  })

  it.each(['*/15 * * * *', '0 9 1 * 1', '0 9,18 * * *', '0 9 * 6 *'])(
    'shows %s as it was written: a shorter word would be wrong',
    (pattern) => {
      expect(words(cron(pattern))).toBe(`По расписанию ${pattern}`)
    },
  )

  it('names the time zone where it is not the organisation’s own', () => {
    expect(words(cron('0 9 * * *', 'Asia/Omsk'))).toBe('Каждый день в 09:00, время Asia/Omsk')
  })

  it('speaks English too', () => {
    expect(words(cron('0 9 * * 5'), 'en')).toBe('Every week, Friday, 09:00')
    expect(words({ kind: 'every', hours: 1, quiet: null }, 'en')).toBe('Every hour')
  })
})
