import { expect, it } from 'vitest'
import { createProgress } from '#main/services/imports/progress.ts'

const counts = { bytesRead: 10, rowsIn: 4, rowsKept: 3, rowsRejected: 1 }

it('shows what was counted and nothing else of what the reader said', () => {
  const progress = createProgress(() => undefined)
  progress.set({ kind: 'progress', ...counts } as typeof counts)
  expect(progress.view()).toEqual({ ...counts, rowsPerSecond: expect.any(Number) })
})

it('tells of many steps in a row no more than once', () => {
  let told = 0
  const progress = createProgress(() => {
    told += 1
  })
  for (let step = 0; step < 1000; step += 1) progress.set(counts)
  expect(told).toBeLessThanOrEqual(1)
})
