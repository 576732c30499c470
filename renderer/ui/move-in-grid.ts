type GridMove = number | 'open' | 'toggle' | 'range' | 'all' | 'clear'

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What a key asks of a grid: a row to go to, or something to do with the row at hand; null for keys that are not its own. */
export function moveInGrid(
  press: Press,
  { at, count, page }: { at: number; count: number; page: number },
): GridMove | null {
  const control = press.ctrlKey || press.metaKey
  if (press.altKey || count === 0) return null
  // By its place on the keyboard: the Russian layout writes another letter there.
  if (control) return press.code === 'KeyA' && !press.shiftKey ? 'all' : null
  const to = (index: number): number => Math.max(0, Math.min(count - 1, index))
  switch (press.key) {
    case 'ArrowDown':
      return to(at + 1)
    case 'ArrowUp':
      return to(at - 1)
    case 'PageDown':
      return to(at + page)
    case 'PageUp':
      return to(at - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Enter':
      return 'open'
    case ' ':
      return press.shiftKey ? 'range' : 'toggle'
    case 'Escape':
      return 'clear'
    default:
      return null
  }
}
