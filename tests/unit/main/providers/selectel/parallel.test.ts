import { expect, it } from 'vitest'
import { inParallel } from '#main/providers/selectel/parallel.ts'

it('does everything once, so many at a time', async () => {
  let running = 0
  let most = 0
  const done: number[] = []
  await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    done.push(item)
  })
  expect(most).toBe(3)
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
})

it('starts nothing more after a failure, and waits for what runs', async () => {
  const started: number[] = []
  let ended = 0
  const asked = inParallel([1, 2, 3, 4, 5], 2, async (item) => {
    started.push(item)
    await Promise.resolve()
    if (item === 1) throw new Error('first')
    await Promise.resolve()
    ended += 1
  })
  await expect(asked).rejects.toThrow('first')
  expect(started).toEqual([1, 2])
  expect(ended).toBe(1)
})
