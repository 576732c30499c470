import { useEffect, useRef } from 'react'

/** Ctrl+S, by its place on the keyboard: the Russian layout writes another letter there. */
export function useSaveKey(save: () => void, isOn: boolean): void {
  const run = useRef(save)
  run.current = save
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      if (!document.querySelector('dialog[open]')) run.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isOn])
}
