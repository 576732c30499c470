import { expect, test } from 'vitest'
import { emptyRule } from '#renderer/features/allocation/rules/draft.ts'
import { problemsOf } from '#renderer/features/allocation/rules/problem-words.ts'
import { createFormat } from '#renderer/i18n/format.ts'
import { type Translate, translate } from '#renderer/i18n/translate.ts'
import { type RuleProblem, ruleProblemCodes } from '#shared/contract/allocation.ts'

const t: Translate = (key, params) => translate('ru', key, params)
const rules = ['a', 'b', 'c'].map((id) => ({ ...emptyRule(() => id, 'RUB'), id }))
const problem = (more: Partial<RuleProblem>): RuleProblem => ({
  code: 'rule.contradicts',
  severity: 'error',
  ruleId: 'b',
  otherRuleId: 'a',
  subject: null,
  ...more,
})
const said = (told: RuleProblem[], lacksOf: (id: string) => ('hundred' | 'part')[] = () => []) =>
  problemsOf({
    rules,
    lacksOf,
    told,
    nameOf: (dimension) => `<${dimension}>`,
    words: { t, format: createFormat('ru', 'Europe/Moscow') },
  })
const textsOf = (answer: ReturnType<typeof said>, id: string) => answer.of.get(id)?.map(({ text }) => text)

test('a problem stands at its rule and names the other one by its number', () => {
  const answer = said([problem({}), problem({ ruleId: 'c', code: 'rule.neverReached', severity: 'warning' })])
  expect(textsOf(answer, 'b')?.[0]).toMatch(/^Противоречит правилу 1:/)
  expect(textsOf(answer, 'c')?.[0]).toMatch(/забирает правило 1\.$/)
  expect(textsOf(answer, 'a')).toEqual([])
  expect(answer.wrong).toBe(1)
})

test('a tag that is off is told apart from one that is gone, and does not keep from saving', () => {
  const gone = { code: 'dimension.gone' as const, subject: 'virtual:x' }
  expect(textsOf(said([problem(gone)]), 'b')?.[0]).toBe('Тега «<virtual:x>» больше нет: выберите другой.')
  const off = said([problem({ ...gone, severity: 'warning' })])
  expect(textsOf(off, 'b')?.[0]).toBe('Тег «<virtual:x>» выключен, его значений сейчас нет.')
  expect(off.wrong).toBe(0)
})

test('a rule that lacks something says that and nothing that was true before', () => {
  const answer = said([problem({})], (id) => (id === 'b' ? ['hundred'] : []))
  expect(textsOf(answer, 'b')).toEqual([expect.stringMatching(/^Проценты не дают 100: осталось 100\s%\.$/)])
})

test('every problem that the program knows has a sentence', () => {
  for (const code of ruleProblemCodes) {
    const [text = ''] = textsOf(said([problem({ code, subject: 'tag:team' })]), 'b') ?? []
    expect(text, code).toMatch(/^[А-ЯЁ«].+\.$/)
    expect(text, code).not.toContain('{')
  }
})
