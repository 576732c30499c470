import { describe, expect, it } from 'vitest'
import { texts } from '#renderer/i18n/texts.ts'
import { translate } from '#renderer/i18n/translate.ts'

type Area = Record<'ru' | 'en', Record<string, string | Record<string, string>>>
const areas = Object.entries(texts as unknown as Record<string, Area>)

const formsOf = (text: string | Record<string, string>): string[] =>
  typeof text === 'string' ? [text] : Object.values(text)
const placeholdersOf = (text: string | Record<string, string>): string[] =>
  [...new Set(formsOf(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort()

describe('the texts of the page', () => {
  it.each(areas)('%s has the same keys in both languages', (_, area) => {
    expect(Object.keys(area.en).sort()).toEqual(Object.keys(area.ru).sort())
  })

  it.each(areas)('%s fills the same places in both languages', (_, area) => {
    for (const [key, text] of Object.entries(area.ru)) {
      const other = area.en[key]
      expect(other, key).toBeDefined()
      expect(placeholdersOf(other ?? ''), key).toEqual(placeholdersOf(text))
    }
  })

  it.each(areas)('%s leaves no text empty', (_, area) => {
    for (const language of ['ru', 'en'] as const) {
      for (const [key, text] of Object.entries(area[language])) {
        for (const form of formsOf(text)) expect(form.trim(), `${language} ${key}`).not.toBe('')
      }
    }
  })

  it.each(areas)('%s counts in every form that its language has', (_, area) => {
    for (const [key, text] of Object.entries(area.ru)) {
      if (typeof text !== 'object') continue
      expect(Object.keys(text), key).toEqual(expect.arrayContaining(['one', 'few', 'many', 'other']))
      expect(Object.keys(area.en[key] ?? {}), key).toEqual(expect.arrayContaining(['one', 'other']))
    }
  })

  it.each(areas)('%s writes no Russian letters in English, but for the name of the language', (_, area) => {
    for (const [key, text] of Object.entries(area.en)) {
      if (key === 'language.ru') continue
      for (const form of formsOf(text)) expect(form, key).not.toMatch(/[А-Яа-яЁё]/)
    }
  })
})

describe('translate', () => {
  it.each([
    [1, '1 вариант'],
    [3, '3 варианта'],
    [11, '11 вариантов'],
    [21, '21 вариант'],
    [1234, '1\u00A0234 варианта'],
  ])('counts %d in Russian', (count, expected) => {
    expect(translate('ru', 'palette.found', { count })).toBe(expected)
  })

  it.each([
    [1, '1 match'],
    [0, '0 matches'],
    [2, '2 matches'],
  ])('counts %d in English', (count, expected) => {
    expect(translate('en', 'palette.found', { count })).toBe(expected)
  })

  it('leaves a place that nothing fills as it is, so that it is noticed', () => {
    expect(translate('en', 'common.errorRef')).toBe('Error number: {ref}')
  })

  it('does not look for places inside what it fills in', () => {
    expect(translate('en', 'palette.nothing', { query: '{query}' })).toBe('Nothing found for “{query}”.')
  })
})
