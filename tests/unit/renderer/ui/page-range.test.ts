import { expect, it } from 'vitest'
import { pageRange } from '#renderer/ui/page-range.ts'

it('counts from one and ends at the total', () => {
  expect(pageRange(1, 100, 45, 45)).toEqual({ from: 1, to: 45, hasPrevious: false, hasNext: false })
  expect(pageRange(2, 100, 45, 145)).toEqual({ from: 101, to: 145, hasPrevious: true, hasNext: false })
  expect(pageRange(1, 100, 100, 145)).toMatchObject({ hasNext: true })
})

it('has no range for an empty page', () => {
  expect(pageRange(1, 100, 0, 0)).toBeNull()
  expect(pageRange(9, 100, 0, 45)).toBeNull()
})
