import { expect, test } from 'vitest'
import {
  fixesOf,
  ownerOf,
  ownerText,
  remedyOf,
  type ViolationView,
} from '#renderer/features/allocation/policies/view.ts'

const violation = (resourceId: number, more: Partial<ViolationView>): ViolationView => ({
  resourceId,
  name: 'web',
  type: 'server',
  connectionName: 'Selectel',
  owner: null,
  policyId: 'p',
  tagKey: 'team',
  kind: 'value',
  value: 'Backend',
  suggestion: 'backend',
  ...more,
})

test('suggestions become one change for each tag and value', () => {
  expect(
    fixesOf([
      violation(1, {}),
      violation(2, { kind: 'case' }),
      violation(3, { suggestion: null }),
      violation(4, { tagKey: 'env', suggestion: 'prod' }),
    ]),
  ).toEqual([
    { tagKey: 'team', value: 'backend', ids: [1, 2] },
    { tagKey: 'env', value: 'prod', ids: [4] },
  ])
})

test('a key in other letters is never set as the value of the right one', () => {
  expect(remedyOf(violation(1, { kind: 'case', value: 'Team', suggestion: 'team' }))).toBeNull()
})

test('an owner, none of them and all of them are told apart in the address', () => {
  expect(ownerOf('')).toBeNull()
  for (const owner of [null, '', '-', '=', 'Иванов']) expect(ownerOf(ownerText(owner))).toEqual({ owner })
})
