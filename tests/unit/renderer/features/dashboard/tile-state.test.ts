import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stateOf, type TileStates, tileStates, withState } from '#renderer/features/dashboard/tile-state.ts'

it('how tiles are looked at survives an address, whatever their parts are called', () => {
  const text = fc.string({ maxLength: 12 })
  const states = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.record({
      cut: fc.constantFrom(null, 'service' as const, 'tag:*-*.' as const),
      isTable: fc.boolean(),
      hidden: fc.array(text, { minLength: 1, maxLength: 3 }),
    }),
  )
  fc.assert(
    fc.property(states, (all) => {
      const query = new URLSearchParams({ tiles: tileStates.format(all) ?? '' }).toString()
      expect(tileStates.parse(new URLSearchParams(query).get('tiles'))).toEqual({ ...all })
    }),
  )
})

it('a plain tile is not told of, and what makes no sense is plain', () => {
  const states: TileStates = withState({}, 'a', { isTable: true })
  expect(tileStates.format(withState(states, 'a', { isTable: false }))).toBeNull()
  expect(stateOf(tileStates.parse('a*.x*.no such dimension'), 'a')).toEqual({
    cut: null,
    isTable: false,
    hidden: [],
  })
  expect(stateOf({}, 'constructor')).toEqual({ cut: null, isTable: false, hidden: [] })
})
