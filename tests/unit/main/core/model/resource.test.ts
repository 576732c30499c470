import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, changesBetween, type FlatState, flatten, replay } from '#main/core/model/resource.ts'
import { server } from '#tests/support/store-rows.ts'

const flat = fc.dictionary(
  fc.constantFrom('name', 'status', 'price', 'attributes.vcpu', 'tags.env'),
  fc.oneof(fc.string(), fc.integer(), fc.record({ amount: fc.string() })),
) as fc.Arbitrary<FlatState>

test('replaying the changes between states leads to the last one', () => {
  fc.assert(
    fc.property(fc.array(flat, { minLength: 1 }), (states) => {
      const chain = states.map((state, i) => changesBetween(states[i - 1] ?? {}, state))
      expect(replay(chain)).toEqual(states.at(-1))
    }),
  )
})

test('equal states have no changes, in whatever order their fields stand', () => {
  fc.assert(
    fc.property(flat, (state) => {
      const turned = Object.fromEntries(Object.entries(state).reverse())
      expect(changesBetween(state, turned)).toEqual({})
      expect(canonical(turned)).toBe(canonical(state))
    }),
  )
})

test('a state is flat, and what has no value is not in it', () => {
  const state = server('a', {
    project: null,
    attributes: { vcpu: 2, os: undefined, labels: { b: 1, a: [1, 2] } },
    tags: [{ key: 'команда', value: 'сайт' }],
  })
  expect(flatten(state)).toEqual({
    name: 'server a',
    type: 'server',
    service: 'Compute',
    region: 'ru-1',
    status: 'running',
    environment: 'prod',
    price: { amount: '3000', currency: 'RUB', period: 'month' },
    'attributes.vcpu': 2,
    'attributes.labels': { b: 1, a: [1, 2] },
    'tags.команда': 'сайт',
  })
})

test('keys are sorted at every depth and lists keep their order', () => {
  expect(canonical({ b: [2, 1], a: { d: null, c: 1 } })).toBe('{"a":{"c":1,"d":null},"b":[2,1]}')
})
