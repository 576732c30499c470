import { useEffect } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [popover]') !== null

/** One step back by Alt+Left, Backspace or Ctrl+Z, and forward again by Ctrl+Shift+Z or Ctrl+Y, wherever the focus is. */
export function useUndoKeys(back: () => boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const control = (event.ctrlKey || event.metaKey) && !event.altKey
      const isAltLeft = event.altKey && event.key === 'ArrowLeft'
      // Where somebody types, these keys belong to the text.
      if (isTyping(event.target) && !isAltLeft) return
      const isUndo = control && event.code === 'KeyZ' && !event.shiftKey
      const isRedo =
        control && ((event.code === 'KeyZ' && event.shiftKey) || (event.code === 'KeyY' && !event.shiftKey))
      const isBackspace = event.key === 'Backspace' && !control && !event.altKey && !event.shiftKey
      if (isRedo) window.history.forward()
      else if (!(isUndo || isBackspace || isAltLeft) || !back()) return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [back])
}
