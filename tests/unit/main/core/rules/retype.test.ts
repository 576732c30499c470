import { expect, test } from 'vitest'
import { remark, retypeVersion } from '#main/core/rules/retype.ts'

const known = { type: 'server', isRecognised: true } as const
const unknown = { type: 'other', isRecognised: false } as const

test('the first version bears the type and no mark, as if it had been known', () => {
  const first = { name: 'x', type: 'other', marks: ['unrecognised'] }
  expect(retypeVersion(true, first, known)).toEqual({ name: 'x', type: 'server' })
  expect(retypeVersion(true, { ...first, marks: ['unrecognised', 'zombie'] }, known)).toEqual({
    name: 'x',
    type: 'server',
    marks: ['zombie'],
  })
})

test('a later version that says nothing of type and marks stays as it is', () => {
  const later = { status: 'stopped', price: null }
  expect(retypeVersion(false, later, known)).toEqual(later)
})

test('a later version that took other marks away takes the last one away now', () => {
  expect(retypeVersion(false, { marks: ['unrecognised'] }, known)).toEqual({ marks: null })
  expect(retypeVersion(false, { marks: null }, known)).toEqual({ marks: null })
})

test('there and back is where it was', () => {
  const first = { type: 'other', marks: ['unrecognised', 'zombie'] }
  expect(retypeVersion(true, retypeVersion(true, first, known), unknown)).toEqual(first)
  const later = { type: 'other', marks: ['unrecognised'] }
  expect(retypeVersion(false, retypeVersion(false, later, known), unknown)).toEqual(later)
})

test('a mark is set once', () => {
  expect(remark(['zombie', 'unrecognised'], false)).toEqual(['unrecognised', 'zombie'])
  expect(remark([], true)).toEqual([])
})
