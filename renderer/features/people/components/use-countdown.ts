import { useEffect, useState } from 'react'
import type { TransportError } from '#renderer/transport/transport-error.ts'

/** Seconds until another attempt is allowed, counting down; 0 when it is. */
export function useCountdown(refusal: TransportError | null): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const seconds = Number(refusal?.error.details.seconds ?? 0)
    const untilMs = Date.now() + seconds * 1000
    const update = (): void => setLeft(Math.max(0, Math.ceil((untilMs - Date.now()) / 1000)))
    update()
    if (seconds <= 0) return
    const timer = window.setInterval(update, 250)
    return () => window.clearInterval(timer)
  }, [refusal])
  return left
}
