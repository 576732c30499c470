import { type RefObject, useEffect } from 'react'

/** Makes a frame a stop for the Tab key only while there is something to scroll: no dead stops. */
export function useScrollFrame(ref: RefObject<HTMLElement | null>, label: string): void {
  useEffect(() => {
    const frame = ref.current
    if (!frame) return
    const update = (): void => {
      const scrolls = frame.scrollHeight > frame.clientHeight + 1 || frame.scrollWidth > frame.clientWidth + 1
      if (scrolls) {
        frame.tabIndex = 0
        frame.setAttribute('role', 'region')
        frame.setAttribute('aria-label', label)
      } else {
        frame.removeAttribute('tabindex')
        frame.removeAttribute('role')
        frame.removeAttribute('aria-label')
      }
    }
    const observer = new ResizeObserver(update)
    observer.observe(frame)
    if (frame.firstElementChild) observer.observe(frame.firstElementChild)
    update()
    return () => observer.disconnect()
  }, [ref, label])
}
