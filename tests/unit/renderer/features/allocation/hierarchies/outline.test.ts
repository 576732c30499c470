import { expect, test } from 'vitest'
import { growBy, readOutline } from '#renderer/features/allocation/hierarchies/outline.ts'

const paths = (text: string, hasHeader = false): string[] =>
  readOutline(text, hasHeader).paths.map((path) => path.join(' / '))

test('a table of Excel repeats above what it leaves empty', () => {
  expect(
    paths('Холдинг\tКомпания\tОтдел\nМорошка\tРитейл\tСклад\n\t\tВитрина\r\n\tИТ\t\n\nКедр\t\t\n', true),
  ).toEqual(['Морошка / Ритейл / Склад', 'Морошка / Ритейл / Витрина', 'Морошка / ИТ', 'Кедр'])
  expect(readOutline('Холдинг\tКомпания\nА\tБ', true).levels).toEqual(['Холдинг', 'Компания'])
})

test('indents, dashes, semicolons and arrows are read as well', () => {
  expect(paths('Холдинг\n  Ритейл\n    - Склад\n  ИТ')).toEqual([
    'Холдинг',
    'Холдинг / Ритейл',
    'Холдинг / Ритейл / Склад',
    'Холдинг / ИТ',
  ])
  expect(paths('А;Б;В\n;Г')).toEqual(['А / Б / В', 'А / Г'])
  expect(paths('А → Б → В')).toEqual(['А / Б / В'])
  expect(paths('  \n\n')).toEqual([])
})

test('what stands in the tree already is not made twice', () => {
  let last = 0
  const id = (): string => {
    last += 1
    return `n${last}`
  }
  const first = growBy(
    [],
    [
      ['А', 'Б'],
      ['А', 'В'],
    ],
    id,
  )
  const again = growBy(first, [['а', 'Б', 'Г'], ['В']], id)
  expect(again.map(({ name, parentId }) => [name, parentId])).toEqual([
    ['А', null],
    ['Б', 'n1'],
    ['В', 'n1'],
    ['Г', 'n2'],
    ['В', null],
  ])
})
