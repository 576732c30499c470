import { expect, it } from 'vitest'
import { moveTile, newTile, removeTile, resizeTile } from '#renderer/features/dashboard/board.ts'
import { boardTiles } from '#shared/contract/views.ts'
import { defaultBoard } from '#shared/lib/default-board.ts'

const tiles = ['a', 'b', 'c'].map((id) => newTile(id, { kind: 'savings', viewId: null, look: 'number' }))
const ids = (all: readonly { id: string }[]): string => all.map(({ id }) => id).join('')

it('a tile moves among the others and stops at the ends', () => {
  expect(ids(moveTile(tiles, 'a', 1))).toBe('bac')
  expect(ids(moveTile(tiles, 'a', 99))).toBe('bca')
  expect(ids(moveTile(tiles, 'c', -1))).toBe('cab')
  expect(moveTile(tiles, 'c', 2)).toBe(tiles)
  expect(moveTile(tiles, 'gone', 0)).toBe(tiles)
  expect(ids(removeTile(tiles, 'b'))).toBe('ac')
})

it('a tile becomes wider and narrower, one width at a time', () => {
  expect(resizeTile(tiles, 'a', 1)[0]?.width).toBe(4)
  expect(resizeTile(tiles, 'a', -1)).toBe(tiles)
})

it('what is made here the backend takes', () => {
  expect(boardTiles.safeParse(tiles).success).toBe(true)
  expect(boardTiles.safeParse(defaultBoard).success).toBe(true)
})
