import { type RefObject, useEffect, useRef, useState } from 'react'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'

/**
 * Leads to the first field to mend. Called together with what marks the fields, it waits until the marks are drawn: an
 * answer from the backend is drawn when the page gets to it, and not in the next frame.
 */
export function useFocusWrong(): { ref: RefObject<HTMLFormElement | null>; focusWrong: () => void } {
  const ref = useRef<HTMLFormElement>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (round > 0 && ref.current) focusFirstInvalid(ref.current)
  }, [round])
  return { ref, focusWrong: () => setRound((before) => before + 1) }
}
