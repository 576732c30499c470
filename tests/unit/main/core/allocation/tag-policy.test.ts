import { describe, expect, test } from 'vitest'
import { editDistance, nearest } from '#main/core/allocation/edit-distance.ts'
import { concerns, type TagPolicy, violationOf } from '#main/core/allocation/tag-policy.ts'

const policy = (more: Partial<TagPolicy> = {}): TagPolicy => ({
  id: 'p',
  tagKey: 'env',
  isRequired: true,
  allowedValues: ['prod', 'stage', 'dev'],
  providers: [],
  types: [],
  ...more,
})
const of = (tags: Record<string, string>, more: Partial<TagPolicy> = {}) =>
  violationOf(policy(more), new Map(Object.entries(tags)))

describe('a resource’s tags', () => {
  test('are as they should be, or say what is wrong and what was probably meant', () => {
    expect(of({ env: 'prod' })).toBeNull()
    expect(of({})).toEqual({ kind: 'missing', value: null, suggestion: null })
    expect(of({ env: '' })).toEqual({ kind: 'missing', value: null, suggestion: null })
    expect(of({ env: 'PROD' })).toEqual({ kind: 'case', value: 'PROD', suggestion: 'prod' })
    expect(of({ Env: 'prod' })).toEqual({ kind: 'case', value: 'Env', suggestion: 'env' })
    expect(of({ env: 'stgae' })).toEqual({ kind: 'value', value: 'stgae', suggestion: 'stage' })
    expect(of({ env: 'sandbox' })).toEqual({ kind: 'value', value: 'sandbox', suggestion: null })
    expect(of({}, { allowedValues: ['prod'] })).toEqual({ kind: 'missing', value: null, suggestion: 'prod' })
  })

  test('may be absent where they are not required, and anything where any value will do', () => {
    expect(of({}, { isRequired: false })).toBeNull()
    expect(of({ env: 'x' }, { isRequired: false })).toMatchObject({ kind: 'value' })
    expect(of({ env: 'whatever' }, { allowedValues: null })).toBeNull()
  })

  test('concern a policy by provider and type', () => {
    const server = { provider: 'beget', type: 'server' }
    expect(concerns(policy(), server)).toBe(true)
    expect(concerns(policy({ providers: ['selectel'] }), server)).toBe(false)
    expect(concerns(policy({ types: ['server'] }), server)).toBe(true)
  })
})

test('distance counts letters put in, taken out, changed and swapped, up to a bound', () => {
  expect([
    editDistance('prod', 'prod', 3),
    editDistance('prod', 'prdo', 3),
    editDistance('prod', 'prd', 3),
  ]).toEqual([0, 1, 1])
  expect(editDistance('production', 'x', 2)).toBe(3)
  expect(nearest('Марекетинг', ['Логистика', 'Маркетинг'])).toBe('Маркетинг')
  expect(nearest('abc', ['xyz'])).toBeNull()
})
