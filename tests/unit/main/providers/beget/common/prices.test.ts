import { describe, expect, it } from 'vitest'
import { toText } from '#main/core/money/money.ts'
import { loosePrice, rateOf, roubles } from '#main/providers/beget/common/prices.ts'

const read = (value: unknown) => loosePrice().parse(value)
const rate = (day: unknown, month: unknown) => {
  const { price, isUnread } = rateOf(read(day), read(month))
  return { price: price && `${toText(price.amount).amount} ${price.period}`, isUnread }
}

describe('a price', () => {
  it('is exact, as a number and as text', () => {
    expect(rate(9.73, 291.9)).toEqual({ price: '9.73 day', isUnread: false })
    expect(rate('22.50', null)).toEqual({ price: '22.5 day', isUnread: false })
    expect(rate(0.1, null)).toEqual({ price: '0.1 day', isUnread: false })
  })

  it("is the month's where the day tells none, and stays the month's", () => {
    expect(rate(undefined, 660)).toEqual({ price: '660 month', isUnread: false })
    expect(rate(0, 660)).toEqual({ price: '660 month', isUnread: false })
    expect(rate('NaN', '100')).toEqual({ price: '100 month', isUnread: false })
  })

  it('of nought is free, which is not the same as none', () => {
    expect(rate(0, 0)).toEqual({ price: '0 day', isUnread: false })
    expect(rate(undefined, 0)).toEqual({ price: '0 day', isUnread: false })
    expect(rate(undefined, null)).toEqual({ price: null, isUnread: false })
    expect(rate('', '')).toEqual({ price: null, isUnread: false })
  })

  it.each(['NaN', 'free', Number.POSITIVE_INFINITY, 1e300, '1e309', -5, true, {}, [], '1e10'])(
    '%j cannot be read, and that is said',
    (value) => {
      expect(rate(value, null)).toEqual({ price: null, isUnread: true })
    },
  )
})

describe('an amount in roubles', () => {
  it('may be less than nothing', () => {
    expect(roubles('-120.5')?.femtos).toBe(-120_500_000_000_000_000n)
  })

  it('is none beyond what anybody pays', () => {
    expect(roubles('1e12')).toBeNull()
    expect(roubles('-1e12')).toBeNull()
    expect(roubles(null)).toBeNull()
    expect(roubles('much')).toBeNull()
  })
})
