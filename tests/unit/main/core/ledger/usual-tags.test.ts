import { expect, test } from 'vitest'
import { usualTag } from '#main/core/ledger/usual-tags.ts'

test('an owner is found under what people call one, in either language and any case', () => {
  expect(usualTag({ Owner: 'Анна' }, 'owner')).toBe('Анна')
  expect(usualTag({ 'team-owner': 'b' }, 'owner')).toBe('b')
  expect(usualTag({ Владелец: 'Пётр' }, 'owner')).toBe('Пётр')
  expect(usualTag({ Cost_Center: '7100' }, 'businessUnit')).toBe('7100')
  expect(usualTag({ подразделение: 'Сбыт' }, 'businessUnit')).toBe('Сбыт')
  expect(usualTag({ Среда: 'тест' }, 'environment')).toBe('тест')
  expect(usualTag({ Проект: 'Витрина' }, 'project')).toBe('Витрина')
})

test('the likelier key is asked first, and an empty value says nothing', () => {
  expect(usualTag({ stage: 'blue', env: 'prod' }, 'environment')).toBe('prod')
  expect(usualTag({ stage: 'blue', env: '' }, 'environment')).toBe('blue')
  expect(usualTag({ environments: 'prod', owners: 'x' }, 'environment')).toBeNull()
})
