import type { Ports } from '#main/ports/ports.ts'
import type { AppEvent, EventName } from '#shared/contract/events.ts'

export type EventListener = (event: AppEvent) => void

type Subscriber = {
  /** Asked at the moment of each event: who is signed in changes while the page stays open. */
  workspaceOf(): string | null
  listener: EventListener
  /** Where the client was when it was last somewhere, until it is told that it is there no more. */
  last: string | null
}

/** Tells each client what changed in its own workspace. */
export function createEvents({ clock, log }: Pick<Ports, 'clock' | 'log'>) {
  const subscribers = new Set<Subscriber>()

  /** A client whose session has just ended is told so, once, though it belongs nowhere any more. */
  function concerns(subscriber: Subscriber, { name, workspaceId }: AppEvent): boolean {
    const { last } = subscriber
    const current = subscriber.workspaceOf()
    const isSession = name === 'session.changed'
    const isTold = workspaceId === null || workspaceId === current || (isSession && workspaceId === last)
    // Other news of the same change may come first: where a client was is forgotten only when it has been told.
    if (current !== null || (isTold && isSession)) subscriber.last = current
    return isTold
  }

  /** One client that fails must not keep the rest from hearing. */
  function safely(work: () => void): void {
    try {
      work()
    } catch (error) {
      log.write('warn', 'event.undelivered', {
        message: error instanceof Error ? error.message : typeof error,
      })
    }
  }

  return {
    subscribe(workspaceOf: () => string | null, listener: EventListener): () => void {
      const subscriber: Subscriber = { workspaceOf, listener, last: null }
      safely(() => {
        subscriber.last = workspaceOf()
      })
      subscribers.add(subscriber)
      return () => {
        subscribers.delete(subscriber)
      }
    },
    emit(name: EventName, workspaceId: string | null): void {
      const event: AppEvent = { name, workspaceId, atMs: clock.nowMs() }
      for (const subscriber of [...subscribers])
        safely(() => {
          if (subscribers.has(subscriber) && concerns(subscriber, event)) subscriber.listener({ ...event })
        })
    },
    clear: () => subscribers.clear(),
  }
}
