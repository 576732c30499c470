import { type RefObject, useEffect, useRef } from 'react'

/** "/" goes to the search box from anywhere on the page where nothing is being typed. */
export function useSlashFocus(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null
      const isTyping =
        target?.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, dialog') != null
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      box.current?.querySelector('input')?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return box
}
