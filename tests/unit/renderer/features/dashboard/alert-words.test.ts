import { describe, expect, it } from 'vitest'
import { alertWords } from '#renderer/features/dashboard/alert-words.ts'
import { createFormat } from '#renderer/i18n/format.ts'
import { translate } from '#renderer/i18n/translate.ts'
import type { AlertView } from '#shared/contract/dashboard.ts'
import { day } from '#shared/lib/day.ts'

const speech = {
  t: (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
    translate('ru', key, params),
  format: createFormat('ru', 'Europe/Moscow'),
  language: 'ru' as const,
  today: day('2026-11-21'),
}

const words = (patch: Partial<AlertView>) => {
  const { title, detail } = alertWords(
    {
      id: 'x',
      code: 'renewal.due',
      severity: 'info',
      subject: 'Разработка',
      target: { area: 'budgets', id: null },
      day: day('2026-11-28'),
      amount: { amount: '13319.46', currency: 'RUB' },
      ratio: '1.1',
      ...patch,
    },
    speech,
  )
  return [title, detail?.replace(/\s/g, ' ')]
}

describe('an alert in words', () => {
  it('names the day on which a budget runs out and what the forecast adds', () => {
    expect(words({ code: 'budget.willExceed' })).toEqual([
      'Бюджет «Разработка» будет исчерпан 28 ноября',
      'Прогноз 110 % лимита, сверх него 13 319,46 ₽',
    ])
  })

  it('tells a renewal that is due from one that was missed', () => {
    expect(words({})[0]).toBe('Разработка: продление 28 ноября')
    expect(words({ day: day('2026-11-20') })[0]).toBe('Разработка: срок продления прошёл 20 ноября')
  })

  it('tells a rise from a fall and writes the amount without a sign', () => {
    expect(words({ code: 'spend.unusual', ratio: '2.73' })).toEqual([
      'Необычный рост: Разработка',
      '28 ноября, на 13 319,46 ₽ больше обычного (+273 %)',
    ])
    expect(
      words({ code: 'spend.unusual', ratio: '-0.5', amount: { amount: '-10', currency: 'RUB' } }),
    ).toEqual(['Необычный спад: Разработка', '28 ноября, на 10,00 ₽ меньше обычного (−50 %)'])
  })

  it('says until when the balance will last, and how much it is', () => {
    expect(words({ code: 'balance.low' })[0]).toBe('Разработка: денег на счёте хватит до 28 ноября')
  })

  it('sends to the connection for what happened', () => {
    expect(words({ code: 'sync.failed', day: null, amount: null })).toEqual([
      'Разработка: синхронизация не прошла',
      'Что случилось и что делать, сказано в подключении',
    ])
  })

  it('says that data are late with or without a last day', () => {
    expect(words({ code: 'data.stale' })).toEqual(['Разработка: нет данных после 28 ноября', undefined])
    expect(words({ code: 'data.stale', day: null })[0]).toBe('Разработка: данных ещё не было')
  })
})
