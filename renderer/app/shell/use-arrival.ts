import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/** A new page starts at its top, with the focus in its content, so that a screen reader reads the page and not the link. */
export function useArrival(): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null)
  const [path] = useLocation()
  const lastPath = useRef(path)
  useEffect(() => {
    if (lastPath.current === path) return
    lastPath.current = path
    window.scrollTo(0, 0)
    ref.current?.focus({ preventScroll: true })
  }, [path])
  return ref
}
