import { describe, expect, it } from 'vitest'
import { findStray, isTooLarge } from '#main/backend/bounds.ts'

describe('isTooLarge', () => {
  it.each([undefined, null, '', 7, {}, [], { a: [1, { b: 'c' }] }, 'я'.repeat(500_000)])(
    'lets an ordinary input pass',
    (input) => {
      expect(isTooLarge(input)).toBe(false)
    },
  )

  it('lets the longest list of resources pass, with what is said of them', () => {
    const ids = Array.from({ length: 50_000 }, (_, at) => 9_000_000 + at)
    const tags = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`key ${at}`, 'value']))
    expect(isTooLarge({ ids, tags, overrides: { owner: 'team' }, note: 'text' })).toBe(false)
  })

  it('counts keys as well as values', () => {
    expect(isTooLarge({ ['k'.repeat(1_000_001)]: 1 })).toBe(true)
    expect(isTooLarge(Array.from({ length: 11 }, () => 'я'.repeat(100_000)))).toBe(true)
  })

  it('bounds the depth, which overflows the stack long before it is large', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 0 : { inner: nested(depth - 1) })
    expect(isTooLarge(nested(20))).toBe(false)
    expect(isTooLarge(nested(21))).toBe(true)
    const loop: unknown[] = []
    loop.push(loop)
    expect(isTooLarge(loop)).toBe(true)
  })

  it('weighs raw bytes, which only a message port can carry', () => {
    expect(isTooLarge(new ArrayBuffer(1_000_001))).toBe(true)
    expect(isTooLarge({ bytes: new Uint8Array(1_000_001) })).toBe(true)
  })

  it('looks at no more of a huge input than it must', () => {
    let asked = 0
    const endless = new Proxy([] as unknown[], {
      ownKeys: () => Array.from({ length: 200_000 }, (_, i) => String(i)).concat('length'),
      getOwnPropertyDescriptor: (target, key) =>
        key === 'length'
          ? Reflect.getOwnPropertyDescriptor(target, key)
          : { value: 0, enumerable: true, configurable: true },
      get: () => {
        asked += 1
        return 0
      },
    })
    expect(isTooLarge(endless)).toBe(true)
    expect(asked).toBeLessThanOrEqual(60_000)
  })
})

describe('findStray', () => {
  it('finds nothing in equal answers', () => {
    expect(findStray({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBeNull()
  })

  it('names what stands beyond the schema', () => {
    expect(findStray({ a: [1, { b: 1, c: 2 }] }, { a: [1, { b: 1 }] })).toBe('a.1.c')
    expect(findStray({ a: undefined }, { a: undefined })).toBe('a')
    expect(findStray({ a: 1 }, { a: 2 })).toBe('a')
  })
})
