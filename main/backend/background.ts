import type { Ports } from '#main/ports/ports.ts'
import type { Background } from '#main/queries/background.ts'

/** Other calls wait for one slice at most. */
const SLICE_MS = 15

type Parts = Pick<Background, 'live' | 'isSyncing' | 'announce'> & { ports: Pick<Ports, 'clock' | 'log'> }

/** Runs what takes long in between calls. What fails is told to the log and begun again by whoever asks next. */
export function createBackground({ ports: { clock, log }, ...facts }: Parts) {
  const running = new Map<string, Promise<void>>()
  let isClosed = false

  async function run(name: string, steps: Generator<void, void>): Promise<void> {
    const sinceMs = performance.now()
    for (;;) {
      // Everybody else has a turn first.
      await clock.wait(0)
      const untilMs = performance.now() + SLICE_MS
      do {
        if (isClosed) return
        if (steps.next().done)
          return log.write('info', 'background.done', { name, ms: Math.round(performance.now() - sinceMs) })
      } while (performance.now() < untilMs)
    }
  }

  return {
    ...facts,
    start(name: string, steps: () => Generator<void, void>): void {
      if (isClosed || running.has(name)) return
      const done = run(name, steps())
        .catch((error: unknown) => log.write('warn', 'background.failed', { name, message: String(error) }))
        .finally(() => running.delete(name))
      running.set(name, done)
    },
    async whenIdle(): Promise<void> {
      while (running.size > 0) await Promise.all(running.values())
    },
    close(): void {
      isClosed = true
    },
  }
}
