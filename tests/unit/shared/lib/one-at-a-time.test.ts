import { expect, it } from 'vitest'
import { oneAtATime } from '#shared/lib/one-at-a-time.ts'

it('begins each piece of work when the one before it has ended, failed ones too', async () => {
  const inTurn = oneAtATime()
  const steps: string[] = []
  const work = (name: string, fails = false) =>
    inTurn(async () => {
      steps.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      steps.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const ends = await Promise.allSettled([work('first'), work('second', true), work('third')])
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(steps).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]))
})
