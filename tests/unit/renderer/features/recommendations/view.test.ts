import { describe, expect, it } from 'vitest'
import {
  addUp,
  confidenceLevel,
  directionOf,
  listInput,
  ownFirst,
  resourcePath,
  yearOf,
} from '#renderer/features/recommendations/view.ts'

const rub = (amount: string) => ({ amount, currency: 'RUB' as const })
const usd = (amount: string) => ({ amount, currency: 'USD' as const })

describe('the resource of a recommendation', () => {
  it('is opened by its id, or looked for by name when the inventory does not hold it', () => {
    expect(resourcePath({ resourceId: 7, resourceName: 'db-01' })).toBe('/resources?id=7')
    expect(resourcePath({ resourceId: null, resourceName: 'диск 1' })).toBe(
      `/resources?search=${encodeURIComponent('диск 1')}`,
    )
  })
})

describe('savings', () => {
  it('makes twelve exact months of a monthly amount', () => {
    expect(yearOf(rub('68492.2'))).toEqual(rub('821906.4'))
  })

  it('adds up one currency and never two', () => {
    expect(addUp([rub('0.1'), usd('5'), rub('0.2')], 'RUB')).toEqual(rub('0.3'))
  })

  it('puts the own currency first and says nothing saved when it is missing', () => {
    expect(ownFirst([usd('5'), rub('7')], 'RUB')).toEqual([rub('7'), usd('5')])
    expect(ownFirst([usd('5')], 'RUB')).toEqual([rub('0'), usd('5')])
  })
})

describe('the list', () => {
  it('calls confidence high from 85 % and low below 70 %', () => {
    expect([0.85, 0.84, 0.7, 0.69].map(confidenceLevel)).toEqual(['high', 'medium', 'medium', 'low'])
  })

  it('reads names from A and everything else from the greatest', () => {
    expect(directionOf('resource')).toBe('asc')
    expect(directionOf('savings')).toBe('desc')
  })

  it('asks for one resource only when one is chosen', () => {
    const chosen = { search: '', category: null, resource: 0, sort: 'savings' as const }
    expect(listInput(chosen)).not.toHaveProperty('resourceId')
    expect(listInput({ ...chosen, resource: 7, category: 'idle' })).toMatchObject({
      resourceId: 7,
      category: 'idle',
    })
  })
})
