import { expect, test } from 'vitest'
import { startDimensions } from '#renderer/features/allocation/rules/start-rules.ts'

test('a tag of a kind begins with the tags that people use for it, then with the program’s own field', () => {
  expect(startDimensions('department', ['env', 'Team', 'cost_center', 'k8s/department', 'отдел'])).toEqual([
    'tag:k8s/department',
    'tag:Team',
    'tag:отдел',
    'businessUnit',
  ])
  expect(startDimensions('other', ['team'])).toEqual([])
})
