import { expect, it } from 'vitest'
import { matchOptions } from '#renderer/ui/match-options.ts'

const options = ['Выделенный сервер', 'Сервер', 'Объёмный диск', 'Server'].map((label) => ({ label }))
const found = (typed: string): string[] => matchOptions(options, typed).map(({ label }) => label)

it('finds every typed word anywhere, whatever its case', () => {
  expect(found('серв')).toEqual(['Выделенный сервер', 'Сервер'])
  expect(found('СЕРВЕР выд')).toEqual(['Выделенный сервер'])
  expect(found('нет такого')).toEqual([])
})

it('takes е for ё and leaves all while nothing is typed', () => {
  expect(found('объем')).toEqual(['Объёмный диск'])
  expect(found('  ')).toHaveLength(4)
})
