import type { Backend } from '#main/backend/create-backend.ts'

const LOOK_EVERY_MS = 30_000

/** Keeps an eye on what is due for as long as the program stays open. Returns what ends it. */
export function keepSchedule(
  backend: Pick<Backend, 'startDue'>,
  onError: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => {
    try {
      backend.startDue()
    } catch (error) {
      onError(error)
    }
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
