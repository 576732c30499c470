import type { KeyboardEvent } from 'react'

/** Arrows, Home, End and first letters move the focus among the items of a menu; Tab leaves it. */
export function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const menu = event.currentTarget.closest('[role="menu"]')
  if (!menu) return
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  const at = items.indexOf(event.currentTarget)
  const target = targetOf(event, items, at)
  if (!target) return
  event.preventDefault()
  target.focus()
}

function targetOf(event: KeyboardEvent, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const count = items.length
  if (event.key === 'ArrowDown') return items[(at + 1) % count]
  if (event.key === 'ArrowUp') return items[(at - 1 + count) % count]
  if (event.key === 'Home') return items[0]
  if (event.key === 'End') return items[count - 1]
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return undefined
  const letter = event.key.toLowerCase()
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
    item.textContent?.trim().toLowerCase().startsWith(letter),
  )
}
