import { type RefObject, useEffect, useRef } from 'react'

/** What is to be mended, what is marked, else the first field or button: the first of these that there is. */
const TARGETS = ['[aria-invalid="true"]', '[data-focus-first]', 'form input', 'button']

/** A new step begins with the focus in it, as soon as there is something in it to focus. */
export function useStepFocus(step: string): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (last.current === step) return
    const target = TARGETS.map((selector) => ref.current?.querySelector<HTMLElement>(selector)).find(Boolean)
    if (!target) return
    last.current = step
    target.focus()
  })
  return ref
}
