import { describe, expect, it } from 'vitest'
import { type KeyPress, shortcutOf } from '#renderer/app/palette/shortcut-of.ts'

const press = (patch: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...patch,
})
const page = (path: string) => ({ do: 'open', page: expect.objectContaining({ path }) })

describe('shortcutOf', () => {
  it('opens the palette by the place of the key, in either layout, even while typing', () => {
    expect(shortcutOf(press({ key: 'л', code: 'KeyK', ctrlKey: true }), true, false)).toEqual({
      do: 'palette',
    })
    expect(shortcutOf(press({ key: 'k', code: 'KeyK', metaKey: true }), true, false)).toEqual({
      do: 'palette',
    })
  })

  it('refreshes the data by F5 and Ctrl+R and leaves Ctrl+Shift+R to the browser', () => {
    expect(shortcutOf(press({ key: 'F5', code: 'F5' }), true, false)).toEqual({ do: 'refresh' })
    expect(shortcutOf(press({ code: 'KeyR', ctrlKey: true }), false, false)).toEqual({ do: 'refresh' })
    expect(shortcutOf(press({ code: 'KeyR', ctrlKey: true, shiftKey: true }), false, false)).toBeNull()
  })

  it('goes to a page by g and its letter', () => {
    expect(shortcutOf(press({ key: 'п', code: 'KeyG' }), false, false)).toEqual({ do: 'startGo' })
    expect(shortcutOf(press({ key: 'к', code: 'KeyR' }), false, true)).toEqual(page('/resources'))
    expect(shortcutOf(press({ key: 'q', code: 'KeyQ' }), false, true)).toBeNull()
  })

  it('opens pages in order by Alt and a digit', () => {
    expect(shortcutOf(press({ key: '1', code: 'Digit1', altKey: true }), true, false)).toEqual(page('/'))
    expect(shortcutOf(press({ key: '2', code: 'Digit2', altKey: true }), true, false)).toEqual(page('/costs'))
    expect(shortcutOf(press({ key: '0', code: 'Digit0', altKey: true }), true, false)).toBeNull()
  })

  it('shows the keys by the question mark of both layouts', () => {
    expect(shortcutOf(press({ key: '?', code: 'Digit7', shiftKey: true }), false, false)).toEqual({
      do: 'keys',
    })
    expect(shortcutOf(press({ key: ',', code: 'Slash', shiftKey: true }), false, false)).toEqual({
      do: 'keys',
    })
  })

  it('leaves plain keys to whoever types', () => {
    for (const code of ['KeyG', 'KeyR', 'Slash', 'BracketLeft']) {
      expect(shortcutOf(press({ key: 'x', code }), true, false)).toBeNull()
    }
  })

  it('hands other letters to the page and ignores a key that is held down', () => {
    expect(shortcutOf(press({ key: 'e', code: 'KeyE' }), false, false)).toEqual({ do: 'page', key: 'e' })
    expect(shortcutOf(press({ key: 'e', code: 'KeyE', repeat: true }), false, false)).toBeNull()
  })

  it('leaves copy, paste and the like alone', () => {
    expect(shortcutOf(press({ key: 'c', code: 'KeyC', ctrlKey: true }), false, false)).toBeNull()
    expect(shortcutOf(press({ key: 'v', code: 'KeyV', metaKey: true }), true, false)).toBeNull()
  })
})
