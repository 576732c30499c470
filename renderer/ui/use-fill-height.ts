import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * The height that is left for a frame under what stands above it, so that the window itself need not scroll; never less
 * than what still shows a few rows.
 */
export function useFillHeight(ref: RefObject<HTMLElement | null>, below: number, least: number): number {
  const [height, setHeight] = useState(least)
  useLayoutEffect(() => {
    const measure = (): void => {
      const frame = ref.current
      if (!frame) return
      const top = frame.getBoundingClientRect().top + window.scrollY
      setHeight(Math.max(least, Math.floor(window.innerHeight - top - below)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [ref, below, least])
  return height
}
