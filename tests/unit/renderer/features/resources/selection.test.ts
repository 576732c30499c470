import { describe, expect, it } from 'vitest'
import { headState, nothingSelected, withIds } from '#renderer/features/resources/selection.ts'

describe('the selection', () => {
  it('grows and shrinks without touching what it was', () => {
    const some = withIds(nothingSelected, [1, 2, 3], true)
    expect([...withIds(some, [2], false)]).toEqual([1, 3])
    expect([...some]).toEqual([1, 2, 3])
    expect(nothingSelected.size).toBe(0)
  })

  it('tells nothing, something and everything apart', () => {
    const some = withIds(nothingSelected, [1, 2], true)
    expect([headState(nothingSelected, 2), headState(some, 3), headState(some, 2)]).toEqual([
      false,
      'mixed',
      true,
    ])
  })
})
