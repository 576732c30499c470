import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inPieces } from '#main/adapters/secrets/long-values.ts'
import type { SecretShelf } from '#main/ports/secrets.ts'

const NAME = 'connection/0001'

/** A shelf that takes 1,280 characters at most and ends for good after so many calls. */
function shelf(kept: Map<string, string>, calls = Number.POSITIVE_INFINITY): SecretShelf {
  let left = calls
  const step = (): void => {
    left -= 1
    if (left < 0) throw new Error('stopped')
  }
  return {
    get: async (name) => {
      step()
      return kept.get(name) ?? null
    },
    put: async (name, value) => {
      step()
      if (value.length > 1280) throw new Error('too long')
      kept.set(name, Buffer.from(value).toString())
    },
    remove: async (name) => {
      step()
      kept.delete(name)
    },
  }
}

const long = (mark: string, length: number): string => mark.repeat(length).slice(0, length)
const values = [
  '',
  'short',
  '#a 3 looks-like-a-head',
  '=',
  long('ключ-', 999),
  long('a', 1000),
  long('b', 1001),
]

describe('a value in pieces', () => {
  it.each([...values, long('ы', 2000), long('ab', 25_000), `${'x'.repeat(999)}😀${'y'.repeat(1500)}`])(
    'comes back as it was, whatever its length: %#',
    async (value) => {
      const kept = new Map<string, string>()
      await inPieces(shelf(kept)).put(NAME, value)
      expect(await inPieces(shelf(kept)).get(NAME)).toBe(value)
    },
  )

  it('of any text comes back, and nothing of it stays when it is removed', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 2500 })
    await fc.assert(
      fc.asyncProperty(text, text, async (first, second) => {
        const kept = new Map<string, string>()
        const pieces = inPieces(shelf(kept))
        await pieces.put(NAME, first)
        await pieces.put(NAME, second)
        expect(await pieces.get(NAME)).toBe(second)
        await pieces.remove(NAME)
        expect(kept.size).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  const pairs = [
    [long('o', 3500), long('n', 5200)],
    [long('o', 5200), long('n', 1500)],
    [long('o', 4000), 'short'],
    ['short', long('n', 4000)],
    ['short', 'other'],
  ] as const

  it.each(pairs)('stopped at any step is the old one or the new one: pair %#', async (before, after) => {
    for (let calls = 0; ; calls += 1) {
      const kept = new Map<string, string>()
      await inPieces(shelf(kept)).put(NAME, before)
      const isWhole = await inPieces(shelf(kept, calls))
        .put(NAME, after)
        .then(
          () => true,
          () => false,
        )
      expect([before, after], `after ${calls} calls`).toContain(await inPieces(shelf(kept)).get(NAME))
      // What the stopped writing left lying goes with the next one.
      await inPieces(shelf(kept)).put(NAME, 'last')
      expect([...kept]).toEqual([[NAME, '=last']])
      if (isWhole) break
    }
  })

  it('stopped while it is removed is gone or whole, and the next removal leaves nothing', async () => {
    for (let calls = 0; ; calls += 1) {
      const kept = new Map<string, string>()
      const value = long('o', 3500)
      await inPieces(shelf(kept)).put(NAME, value)
      const isDone = await inPieces(shelf(kept, calls))
        .remove(NAME)
        .then(
          () => true,
          () => false,
        )
      expect([value, null]).toContain(await inPieces(shelf(kept)).get(NAME))
      await inPieces(shelf(kept)).remove(NAME)
      expect(kept.size).toBe(0)
      if (isDone) break
    }
  })

  it.each(['#a0', '#a2'])('is absent, and no half of it, where piece %s was taken away', async (piece) => {
    const kept = new Map<string, string>()
    await inPieces(shelf(kept)).put(NAME, long('o', 2500))
    kept.delete(`${NAME}${piece}`)
    expect(await inPieces(shelf(kept)).get(NAME)).toBeNull()
  })

  it('is absent where a piece was changed', async () => {
    const kept = new Map<string, string>()
    await inPieces(shelf(kept)).put(NAME, long('o', 2500))
    kept.set(`${NAME}#a1`, long('x', 1000))
    expect(await inPieces(shelf(kept)).get(NAME)).toBeNull()
  })
})
