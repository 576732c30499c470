import { describe, expect, it } from 'vitest'
import { gridAction } from '#renderer/ui/grid/grid-keys.ts'

const size = { rows: 100, foot: 1, columns: 8 }
const at = { row: 50, column: 3 }
const plain = { key: '', code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
const press = (key: string, more: Partial<typeof plain> = {}, from = at) =>
  gridAction({ ...plain, key, ...more }, from, size, 20)
const goes = (row: number, column: number, isExtending = false) => ({
  does: 'go',
  to: { row, column },
  isExtending,
})

describe('keys in a grid', () => {
  it.each([
    ['ArrowDown', {}, 51, 3],
    ['ArrowUp', {}, 49, 3],
    ['ArrowRight', {}, 50, 4],
    ['ArrowLeft', {}, 50, 2],
    ['Home', {}, 50, 0],
    ['End', {}, 50, 7],
    ['PageDown', {}, 70, 3],
    ['PageUp', {}, 30, 3],
    ['Home', { ctrlKey: true }, 0, 0],
    ['End', { ctrlKey: true }, 100, 7],
    ['ArrowDown', { ctrlKey: true }, 100, 3],
    ['ArrowUp', { metaKey: true }, 0, 3],
    ['ArrowRight', { ctrlKey: true }, 50, 7],
  ] as const)('%s %o goes to row %d, column %d', (key, more, row, column) => {
    expect(press(key, more)).toEqual(goes(row, column))
  })

  it('extends with Shift, and stops at the ends: heads above, totals below', () => {
    expect(press('ArrowDown', { shiftKey: true })).toEqual(goes(51, 3, true))
    expect(press('ArrowUp', {}, { row: 0, column: 2 })).toEqual(goes(-1, 2))
    expect(press('ArrowUp', {}, { row: -1, column: 2 })).toEqual(goes(-1, 2))
    expect(press('PageUp', {}, { row: 4, column: 2 })).toEqual(goes(0, 2))
    expect(press('PageDown', {}, { row: 95, column: 7 })).toEqual(goes(100, 7))
    expect(press('ArrowRight', {}, { row: 1, column: 7 })).toEqual(goes(1, 7))
  })

  it('selects all by the place of the key, whatever letter the layout has there', () => {
    expect(press('ф', { code: 'KeyA', ctrlKey: true })).toEqual({ does: 'all' })
    expect(press(' ', { ctrlKey: true })).toEqual({ does: 'columns' })
    expect(press(' ', { shiftKey: true })).toEqual({ does: 'rows' })
  })

  it('opens a row, sorts by a head, goes back, clears and hands letters on', () => {
    expect(press('Enter')).toEqual({ does: 'open' })
    expect(press('Enter', {}, { row: -1, column: 0 })).toEqual({ does: 'sort' })
    expect(press('ArrowDown', { altKey: true, shiftKey: true })).toEqual({ does: 'sort' })
    expect(press('ArrowRight', { altKey: true, shiftKey: true })).toEqual({ does: 'resize', by: 16 })
    expect(press('Backspace')).toEqual({ does: 'back' })
    expect(press('ArrowLeft', { altKey: true })).toEqual({ does: 'back' })
    expect(press('Escape')).toEqual({ does: 'clear' })
    expect(press('д')).toEqual({ does: 'type', text: 'д' })
  })

  it('leaves keys that are not its own', () => {
    for (const key of ['Tab', 'F5', 'Shift', 'Control']) expect(press(key)).toBeNull()
    expect(press('c', { code: 'KeyC', ctrlKey: true })).toBeNull()
    expect(press('k', { code: 'KeyK', ctrlKey: true })).toBeNull()
    expect(press('ArrowRight', { altKey: true })).toBeNull()
  })
})
