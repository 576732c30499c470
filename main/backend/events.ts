import type { Clock } from '#main/ports/ports.ts'
import type { AppEvent, EventName } from '#shared/contract/events.ts'

export type EventListener = (event: AppEvent) => void

/** Tells each client what changed in its own workspace. `workspaceOf` is asked at the moment of the event. */
export function createEvents(clock: Clock) {
  const listeners = new Set<{ workspaceOf: () => string | null; listener: EventListener }>()
  return {
    subscribe(workspaceOf: () => string | null, listener: EventListener): () => void {
      const entry = { workspaceOf, listener }
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    emit(name: EventName, workspaceId: string | null): void {
      const event: AppEvent = { name, workspaceId, atMs: clock.nowMs() }
      for (const { workspaceOf, listener } of listeners) {
        if (workspaceId === null || workspaceOf() === workspaceId) listener(event)
      }
    },
    clear: () => listeners.clear(),
  }
}
