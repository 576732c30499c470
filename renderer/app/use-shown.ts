import { useEffect, useRef, useState } from 'react'

/**
 * What is asked for, and what is on screen until the answer to that is there: a new filter or order never blanks the
 * list. `warm` brings the answers; one that fails is shown as failed.
 */
export function useShown<T>(asked: T, warm: (asked: T) => Promise<unknown>): { shown: T; isBusy: boolean } {
  const wanted = useSame(asked)
  const [shown, setShown] = useState(wanted)
  const bring = useRef(warm)
  bring.current = warm
  useEffect(() => {
    let isWanted = true
    const settle = (): void => {
      if (isWanted) setShown(wanted)
    }
    bring.current(wanted).then(settle, settle)
    return () => {
      isWanted = false
    }
  }, [wanted])
  return { shown, isBusy: shown !== wanted }
}

/** The same object for as long as it says the same. */
function useSame<T>(value: T): T {
  const kept = useRef(value)
  if (kept.current !== value && JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value
  return kept.current
}
