import { describe, expect, test } from 'vitest'
import { depthOf, problemOfNodes } from '#main/core/allocation/hierarchy-problems.ts'
import type { HierarchyNode } from '#shared/contract/allocation.ts'

const node = (id: string, parentId: string | null, ...values: string[]): HierarchyNode => ({
  id,
  parentId,
  name: `Узел ${id}`,
  values,
})
const chain = (length: number) =>
  Array.from({ length }, (_, at) => node(String(at), at === 0 ? null : String(at - 1)))

describe('nodes that are no tree', () => {
  test.each([
    ['a node within itself', [node('a', 'a')], 'hierarchy.cycle', { name: 'Узел a' }],
    [
      'a circle of three',
      [node('a', 'c'), node('b', 'a'), node('c', 'b')],
      'hierarchy.cycle',
      { name: 'Узел a' },
    ],
    ['a parent that is not there', [node('a', 'x')], 'hierarchy.orphan', { name: 'Узел a' }],
    ['two nodes of one number', [node('a', null), node('a', null)], 'hierarchy.nodeTwice', {}],
    [
      'a value of two nodes',
      [node('a', null, 'v'), node('b', 'a', 'v')],
      'hierarchy.valueTwice',
      { value: 'v', first: 'Узел a', second: 'Узел b' },
    ],
    ['too many levels', chain(21), 'hierarchy.tooDeep', { most: 20 }],
  ] as const)('%s', (_, nodes, code, details) => {
    expect(problemOfNodes(nodes)).toEqual({ code, details })
  })

  test('twenty levels are a tree', () => {
    expect(problemOfNodes(chain(20))).toBeNull()
    expect(depthOf(chain(20))).toBe(20)
    expect(depthOf([])).toBe(0)
  })
})
