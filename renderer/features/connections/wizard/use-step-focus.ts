import { type RefObject, useEffect, useRef } from 'react'

const FIRST = '[data-focus-first], [aria-invalid="true"], form input, button'

/** A new step begins with the focus in it: at what is marked, else at its first field. */
export function useStepFocus(step: string): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (last.current === step) return
    last.current = step
    const area = ref.current
    const target =
      area?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      area?.querySelector<HTMLElement>('[data-focus-first]') ??
      area?.querySelector<HTMLElement>(FIRST)
    target?.focus()
  })
  return ref
}
