import { expect, test } from 'vitest'
import {
  depthOf,
  linesOf,
  matchNames,
  moveNode,
  placeValues,
  shiftTarget,
  twinsOf,
} from '#renderer/features/allocation/hierarchies/tree.ts'
import { treeKey } from '#renderer/features/allocation/hierarchies/tree-keys.ts'
import type { HierarchyNode } from '#shared/contract/allocation.ts'

const node = (id: string, parentId: string | null, values: string[] = []): HierarchyNode => ({
  id,
  parentId,
  name: id.toUpperCase(),
  values,
})
const nodes = [node('a', null), node('b', 'a', ['x']), node('c', 'b'), node('d', 'a'), node('e', null)]
const shown = (list: readonly HierarchyNode[]): string =>
  linesOf(list, new Set())
    .map(({ node: { id }, depth }) => `${depth}${id}`)
    .join(' ')

test('a node moves with what is beneath it, and never into itself', () => {
  expect(shown(nodes)).toBe('0a 1b 2c 1d 0e')
  expect(shown(moveNode(nodes, 'b', { at: 'after', id: 'e' }).nodes ?? [])).toBe('0a 1d 0e 0b 1c')
  expect(moveNode(nodes, 'a', { at: 'inside', id: 'c' })).toEqual({ nodes: null, refusal: 'cycle' })
  expect(moveNode(nodes, 'a', { at: 'inside', id: 'a' }).refusal).toBe('cycle')
  const deep = Array.from({ length: 20 }, (_, at) => node(`n${at}`, at === 0 ? null : `n${at - 1}`))
  expect(moveNode([...deep, node('z', null)], 'z', { at: 'inside', id: 'n19' }).refusal).toBe('tooDeep')
  expect(depthOf(deep)).toBe(20)
})

test('keys walk, fold and move: there is no way up from the top or deeper than under a sibling', () => {
  const lines = linesOf(nodes, new Set())
  const press = (key: string, more = {}) => ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...more,
  })
  expect(treeKey(press('ArrowLeft'), lines, 2, true)).toEqual({ does: 'go', id: 'b' })
  expect(treeKey(press('ArrowLeft'), lines, 0, true)).toEqual({ does: 'fold', isFolded: true })
  expect(treeKey(press('e'), lines, 0, true)).toEqual({ does: 'go', id: 'e' })
  expect(treeKey(press('ArrowUp', { altKey: true }), lines, 3, true)).toEqual({ does: 'shift', shift: 'up' })
  for (const key of ['F2', 'Delete', 'Insert']) expect(treeKey(press(key), lines, 0, false)).toBeNull()
  expect(shiftTarget(nodes, 'd', 'indent')).toEqual({ at: 'inside', id: 'b' })
  expect(shiftTarget(nodes, 'd', 'outdent')).toEqual({ at: 'after', id: 'a' })
  expect(shiftTarget(nodes, 'b', 'indent')).toBeUndefined()
  expect(shiftTarget(nodes, 'e', 'outdent')).toBeUndefined()
})

test('a value has one place, and equal names find it only where they are not two', () => {
  const moved = placeValues(nodes, 'd', ['x', 'y'])
  expect(moved.find(({ id }) => id === 'b')?.values).toEqual([])
  expect(moved.find(({ id }) => id === 'd')?.values).toEqual(['x', 'y'])
  const twins = [...nodes, { ...node('f', 'e'), name: 'B' }]
  const { nodes: matched, placed } = matchNames(twins, ['b', 'd', 'q'], (value) => value)
  expect(placed).toBe(1)
  expect(matched.find(({ id }) => id === 'd')?.values).toEqual(['d'])
  expect(twinsOf(twins)).toEqual([])
  expect(twinsOf([...nodes, { ...node('g', 'a'), name: 'b' }])).toEqual(['b'])
})
