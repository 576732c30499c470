import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { refreshAfterEvent, refreshAll } from '#renderer/transport/invalidation.ts'
import { transport } from '#renderer/transport/transport.ts'

const TELL_AFTER_MS = 2_500

/** Events make answers stale; a gap in them makes all answers doubtful. True while the program does not answer. */
export function useEvents(): boolean {
  const client = useQueryClient()
  const [isOffline, setOffline] = useState(false)
  useEffect(() => {
    let wasBroken = false
    let timer = 0
    const stopEvents = transport.subscribe((event) => void refreshAfterEvent(client, event.name))
    const stopLive = transport.onLive((isLive) => {
      if (isLive) {
        window.clearTimeout(timer)
        setOffline(false)
        if (wasBroken) void refreshAll(client)
        wasBroken = false
      } else if (!wasBroken) {
        // Each failing attempt to reconnect says so again: the wait counts from the first.
        wasBroken = true
        timer = window.setTimeout(() => setOffline(true), TELL_AFTER_MS)
      }
    })
    return () => {
      window.clearTimeout(timer)
      stopEvents()
      stopLive()
    }
  }, [client])
  return isOffline
}
