import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { transport } from '#renderer/transport/transport.ts'

const TOUCH_EVERY_MS = 60_000
const TICK_MS = 5_000
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/**
 * Tells the backend that somebody is at the desk, and asks it whether the session has locked once nobody has been for
 * long enough. The backend decides; the page only asks.
 */
export function useIdle(idleMinutes: number): void {
  const client = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    let lastInputMs = Date.now()
    let lastTouchMs = Date.now()
    const touch = (): void => {
      lastTouchMs = Date.now()
      transport.call('people.touch', {}).catch(() => askState())
    }
    const askState = (): void => void client.invalidateQueries({ queryKey: ['app.getState'] })
    const onInput = (): void => {
      lastInputMs = Date.now()
      if (lastInputMs - lastTouchMs >= TOUCH_EVERY_MS) touch()
    }
    for (const name of INPUTS) {
      window.addEventListener(name, onInput, { signal: stop.signal, passive: true, capture: true })
    }
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') askState()
    }
    document.addEventListener('visibilitychange', onVisible, { signal: stop.signal })
    const timer = window.setInterval(() => {
      const nowMs = Date.now()
      if (lastInputMs > lastTouchMs && nowMs - lastTouchMs >= TOUCH_EVERY_MS) touch()
      if (idleMinutes > 0 && nowMs - lastInputMs >= idleMinutes * 60_000) askState()
    }, TICK_MS)
    return () => {
      window.clearInterval(timer)
      stop.abort()
    }
  }, [client, idleMinutes])
}
