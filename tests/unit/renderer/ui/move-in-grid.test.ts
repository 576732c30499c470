import { describe, expect, it } from 'vitest'
import { moveInGrid } from '#renderer/ui/move-in-grid.ts'

const grid = { at: 5, count: 20, page: 8 }
const press = (key: string, more: Partial<Parameters<typeof moveInGrid>[0]> = {}) => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('keys in a grid', () => {
  it.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 13],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 19],
  ])('%s goes to row %d', (key, row) => {
    expect(moveInGrid(press(key), grid)).toBe(row)
  })

  it('stays within the list at both ends', () => {
    expect(moveInGrid(press('ArrowUp'), { ...grid, at: 0 })).toBe(0)
    expect(moveInGrid(press('PageDown'), { ...grid, at: 18 })).toBe(19)
  })

  it.each([
    ['Enter', 'open'],
    [' ', 'toggle'],
    ['Escape', 'clear'],
  ])('%s asks to %s', (key, does) => {
    expect(moveInGrid(press(key), grid)).toBe(does)
  })

  it('selects a range by Shift and all by Ctrl+A, in the Russian layout too', () => {
    expect(moveInGrid(press(' ', { shiftKey: true }), grid)).toBe('range')
    expect(moveInGrid(press('ф', { code: 'KeyA', ctrlKey: true }), grid)).toBe('all')
    expect(moveInGrid(press('a', { code: 'KeyA', metaKey: true }), grid)).toBe('all')
  })

  it('leaves to others the keys that are not its own', () => {
    for (const other of [
      press('k', { code: 'KeyK', ctrlKey: true }),
      press('ArrowDown', { altKey: true }),
      press('/'),
      press('Tab'),
    ])
      expect(moveInGrid(other, grid)).toBeNull()
    expect(moveInGrid(press('ArrowDown'), { ...grid, count: 0 })).toBeNull()
  })
})
