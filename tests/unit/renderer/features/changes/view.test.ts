import { describe, expect, it } from 'vitest'
import { comparable, directionOf, kindTone, listInput, sidesOf } from '#renderer/features/changes/view.ts'
import { differenceKinds } from '#shared/contract/changes.ts'

const money = (amount: string) => ({ amount, currency: 'RUB' as const })

describe('the way an amount went', () => {
  it.each([
    ['12.5', 'up'],
    ['-0.01', 'down'],
    ['0', 'flat'],
    ['-0', 'flat'],
    ['0.00', 'flat'],
    ['0.000001', 'up'],
  ] as const)('%s goes %s', (amount, direction) => {
    expect(directionOf(money(amount))).toBe(direction)
  })

  it('alarms for what became dearer alone', () => {
    expect(differenceKinds.filter((kind) => kindTone(kind) === 'bad')).toEqual(['dearer'])
  })
})

describe('looks that can be compared', () => {
  it('are those that ended well, whole or in part', () => {
    const looks = ['done', 'failed', 'partial', 'cancelled', 'interrupted', 'running'].map((status, id) => ({
      id,
      status,
      startedAtMs: 0,
      finishedAtMs: null,
    }))
    expect(comparable(looks).map(({ status }) => status)).toEqual(['done', 'partial'])
  })
})

describe('what the address asks for', () => {
  const url = { before: 0, after: 0, kind: null, search: ' web ', page: 3 }

  it('leaves the sides to the backend until they are chosen', () => {
    expect(sidesOf('c1', url)).toEqual({ connectionId: 'c1' })
    expect(sidesOf('c1', { before: 4, after: 9 })).toEqual({ connectionId: 'c1', beforeId: 4, afterId: 9 })
  })

  it('asks for its page of one kind', () => {
    expect(listInput('c1', { ...url, kind: 'dearer' })).toEqual({
      connectionId: 'c1',
      kind: 'dearer',
      search: 'web',
      offset: 200,
      limit: 100,
    })
  })
})
