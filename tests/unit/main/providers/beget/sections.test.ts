import { expect, it } from 'vitest'
import { FIELDS, HELP } from '#main/providers/beget/fields.ts'
import { missingText, rightOf, SECTIONS, silentText } from '#main/providers/beget/sections.ts'

it('every text is there in both languages, the Russian in Russian letters', () => {
  const texts = [
    ...FIELDS.flatMap(({ label, hint }) => [label, ...(hint ? [hint] : [])]),
    HELP.where,
    ...HELP.rights,
    ...Object.values(SECTIONS).flatMap((section) => [section.label, missingText(section)]),
    silentText,
  ]
  for (const { ru, en } of texts) {
    expect(ru).toMatch(/[а-яё]/i)
    expect(en).toMatch(/[a-z]/i)
    expect(en).not.toMatch(/[а-яё]/i)
  }
})

it('a missing tick is named, and a wrong password is not ruled out', () => {
  const { ru, en } = missingText(SECTIONS.mysql)
  expect(ru).toContain('«Управление MySQL»')
  expect(ru).toContain('проверьте пароль API')
  expect(en).toContain('MySQL')
  expect(rightOf(SECTIONS.sites)).toBe('«Управление сайтами» (Site)')
})

it('only login and password are asked of everybody, and only the code is not kept', () => {
  expect(FIELDS.filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual(['login', 'password'])
  expect(FIELDS.filter(({ kind }) => kind === 'code').map(({ name }) => name)).toEqual(['code'])
  expect(FIELDS.filter(({ isAdvanced }) => isAdvanced).map(({ name }) => name)).toEqual(['address'])
})
