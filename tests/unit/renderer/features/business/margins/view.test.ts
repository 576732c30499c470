import { expect, test } from 'vitest'
import {
  inOrder,
  type MarginItem,
  partCondition,
  percentProblem,
  readNumber,
  signOf,
  tagsFor,
} from '#renderer/features/business/margins/view.ts'

test.each([
  ['15', '15'],
  ['12,5 %', '12.5'],
  ['−5', '-5'],
  ['85 000,00', '85000'],
  ['', null],
  ['пять', null],
])('%j is read as %s', (text, value) => expect(readNumber(text)).toBe(value))

test.each([
  ['15', 'markup', null],
  ['-100', 'markup', null],
  ['-101', 'markup', 'tooLittle'],
  ['100', 'discount', null],
  ['100,5', 'discount', 'tooMuch'],
  ['0,00001', 'discount', 'badPercent'],
  ['', 'markup', 'badPercent'],
] as const)('%j of a %s: %s', (text, kind, problem) => expect(percentProblem(text, kind)).toBe(problem))

test('tags that are made for it come first; one that is off is none', () => {
  const tag = (id: string, kind: 'client' | 'product' | 'feature' | 'department', isOn = true) => ({
    ...{ id, name: id, kind, isOn },
  })
  const tags = [tag('a', 'department'), tag('b', 'client'), tag('c', 'feature'), tag('d', 'client', false)]
  const names = (by: 'clients' | 'products') => {
    const { own, others } = tagsFor(tags, by)
    return [own.map(({ id }) => id), others.map(({ id }) => id)]
  }
  expect(names('clients')).toEqual([['b'], ['a', 'c']])
  expect(names('products')).toEqual([['c'], ['a', 'b']])
})

test('what is nobody’s stands last and leads to costs without a part', () => {
  const item = (part: string | null) => ({ part }) as MarginItem
  expect(inOrder([item('А'), item(null), item('Б')]).map(({ part }) => part)).toEqual(['А', 'Б', null])
  expect(partCondition('t1', null)).toEqual({ dimension: 'virtual:t1', op: 'empty', values: [] })
  expect(partCondition('t1', 'А')).toEqual({ dimension: 'virtual:t1', op: 'is', values: ['А'] })
})

test('only a loss stands out', () => {
  expect([signOf('-0.01'), signOf('5'), signOf(null)]).toEqual(['bad', undefined, undefined])
})
