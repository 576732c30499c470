import { describe, expect, it } from 'vitest'
import { createFormat } from '#renderer/i18n/format.ts'
import type { Language } from '#renderer/i18n/language.ts'
import { recommendationSentence } from '#renderer/i18n/recommendation-sentence.ts'
import { type TextParams, translate } from '#renderer/i18n/translate.ts'
import { recommendations } from '#resources/demo/recommendations.ts'
import { recommendationCodes } from '#shared/contract/recommendations.ts'

type Told = Parameters<typeof recommendationSentence>[0]

const tell = (language: Language, told: Told): string =>
  recommendationSentence(
    told,
    (key, params?: TextParams) => translate(language, key, params),
    createFormat(language, 'Europe/Moscow'),
  ).replace(/[\u00A0\u202F]/g, ' ')

describe('a recommendation in words', () => {
  it('says what to do and why', () => {
    const told: Told = { code: 'rightsize.cpu', facts: { from: 16, to: 8, peak: 34, days: 30 } }
    expect(tell('ru', told)).toBe('Уменьшить число vCPU с 16 до 8: за 30 дней загрузка не выше 34 %')
    expect(tell('en', told)).toBe('Reduce vCPU from 16 to 8: the load stayed below 34% for 30 days')
  })

  it('declines counted words', () => {
    expect(tell('ru', { code: 'storage.snapshots', facts: { count: 41, days: 91, sizeGb: 1850 } })).toBe(
      'Удалить 41 снимок старше 91 дня: они занимают 1 850 ГБ',
    )
  })

  it('falls back to a sentence without facts when one is missing', () => {
    expect(tell('ru', { code: 'idle.volume', facts: { days: 3 } })).toBe(
      'Удалить диск: он ни к чему не подключён',
    )
  })

  it.each(['ru', 'en'] as const)('has a plain sentence for every code in %s', (language) => {
    for (const code of recommendationCodes) {
      expect(tell(language, { code, facts: {} })).not.toMatch(/[{}]|undefined/)
    }
  })

  it('uses every fact of the demo company: none of its sentences falls back', () => {
    for (const item of recommendations) {
      const short = tell('ru', { code: item.code, facts: {} })
      expect(tell('ru', item), item.code).not.toBe(short)
      expect(tell('ru', item)).not.toMatch(/[{}]/)
    }
  })
})
