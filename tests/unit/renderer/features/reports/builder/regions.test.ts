import { describe, expect, test } from 'vitest'
import { insertAt } from '#renderer/features/reports/builder/insert-at.ts'
import { problemSentences } from '#renderer/features/reports/builder/preview-problems.ts'
import { regionsOf } from '#renderer/features/reports/builder/regions.ts'

describe('a value put into a text', () => {
  test('stands where the caret stood, which goes behind it', () => {
    expect(insertAt('За : всё', 3, '{период}')).toEqual({ text: 'За {период}: всё', caret: 11 })
    expect(insertAt('Итого ', null, '{итого}')).toEqual({ text: 'Итого {итого}', caret: 13 })
  })
})

describe('a block on the page', () => {
  const content = { width: 595, height: 842, ops: [] }
  const blocks = [
    { id: 'a', page: 1, top: 60 },
    { id: 'b', page: 1, top: 200 },
    { id: 'b', page: 2, top: 300 },
    { id: 'c', page: 2, top: 500 },
  ]

  test('reaches from where it begins to where the next one does', () => {
    expect(regionsOf({ blocks, page: 1, content })).toEqual([
      { id: 'a', top: 60, height: 140 },
      { id: 'b', top: 200, height: 586 },
    ])
  })

  test('goes on over the page before the next one begins, and is one though it is two on paper', () => {
    expect(regionsOf({ blocks, page: 2, content })).toEqual([
      { id: 'b', top: 0, height: 500 },
      { id: 'c', top: 500, height: 286 },
    ])
  })
})

test('what several blocks leave out alike is told once, without their names', () => {
  const told = problemSentences(
    [
      { blockId: 'a', code: 'rates.missing', subject: 'USD' },
      { blockId: 'b', code: 'rates.missing', subject: 'USD' },
      { blockId: 'b', code: 'data.begins', subject: '2026-05-01' },
    ],
    'ru',
  )
  expect(told.map(({ blockId }) => blockId)).toEqual([null, 'b'])
  expect(told[1]?.sentence).toContain('01.05.2026')
})
