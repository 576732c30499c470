import { type PageEntry, pages } from '../pages.ts'

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'
>

export type Shortcut =
  | { do: 'palette' | 'keys' | 'refresh' | 'sidebar' | 'lock' | 'startGo' }
  | { do: 'open'; page: PageEntry }
  | { do: 'page'; key: string }

/**
 * What a key press asks for. Letters go by their place on the keyboard (`code`), so that they work in the Russian
 * layout too. While somebody types, only what has a modifier counts.
 */
export function shortcutOf(press: KeyPress, isTyping: boolean, isGoing: boolean): Shortcut | null {
  const { key, code } = press
  const control = press.ctrlKey || press.metaKey
  if (press.repeat) return null
  if (control && !press.altKey) {
    if (code === 'KeyK' && !press.shiftKey) return { do: 'palette' }
    if (code === 'KeyR' && !press.shiftKey) return { do: 'refresh' }
    if (code === 'KeyL' && press.shiftKey) return { do: 'lock' }
    return null
  }
  if (press.altKey) return byDigit(code)
  if (key === 'F5') return { do: 'refresh' }
  if (isTyping) return null
  if (key === '?' || (press.shiftKey && code === 'Slash')) return { do: 'keys' }
  if (press.shiftKey) return null
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
  if (isGoing) {
    const page = pages.find(({ goKey }) => goKey === letter)
    return page ? { do: 'open', page } : null
  }
  if (code === 'BracketLeft') return { do: 'sidebar' }
  if (letter === 'g') return { do: 'startGo' }
  return letter ? { do: 'page', key: letter } : null
}

function byDigit(code: string): Shortcut | null {
  const page = pages[Number(/^Digit([1-9])$/.exec(code)?.[1] ?? 0) - 1]
  return page ? { do: 'open', page } : null
}
