import type { Clock } from '#main/ports/ports.ts'

type Limits = { clock: Clock; signal: AbortSignal; parallel: number; perMinute: number | null }

type Throttle = {
  /** Runs the task when its turn has come, in the order of asking. */
  run<T>(task: () => Promise<T>): Promise<T>
  /** Nothing starts before that instant: the provider asked for rest. */
  restUntil(ms: number): void
}

/** A second more than a minute: requests may travel faster than those before them. */
const WINDOW_MS = 61_000

/**
 * Bounds how many run at once and how many start in any minute. A bucket that fills while it is idle would let twice
 * the limit through in its first minute, and the legacy Beget API counts just that: so starts are remembered.
 */
export function createThrottle({ clock, signal, parallel, perMinute }: Limits): Throttle {
  const waiting: (() => void)[] = []
  const starts: number[] = []
  let running = 0
  let restMs = 0
  let gate: Promise<void> = Promise.resolve()

  async function enter(): Promise<void> {
    signal.throwIfAborted()
    if (running < parallel) {
      running += 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const turn = (): void => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        waiting.splice(waiting.indexOf(turn), 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      waiting.push(turn)
    })
  }

  /** The place goes straight to the next in line, so that nobody who comes later can take it. */
  function exit(): void {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  /** One at a time, so that two cannot take the same free place of the minute. */
  function start(): Promise<void> {
    const mine = gate.then(async () => {
      for (let waitMs = untilAllowed(); waitMs > 0; waitMs = untilAllowed()) {
        const rest = restMs
        await clock.wait(waitMs, signal)
        // What was waited for counts as over, whatever the clock says: it may stand still or be set back.
        if (restMs === rest) restMs = 0
        if (perMinute !== null) starts.splice(0, starts.length - perMinute + 1)
      }
      if (perMinute !== null) starts.push(clock.nowMs())
    })
    gate = mine.catch(() => {})
    return mine
  }

  function untilAllowed(): number {
    signal.throwIfAborted()
    const nowMs = clock.nowMs()
    while (starts[0] !== undefined && starts[0] <= nowMs - WINDOW_MS) starts.shift()
    const oldest = starts[0]
    const minuteMs =
      perMinute !== null && starts.length >= perMinute && oldest !== undefined
        ? Math.min(WINDOW_MS, oldest + WINDOW_MS - nowMs)
        : 0
    return Math.max(minuteMs, restMs - nowMs)
  }

  return {
    async run(task) {
      await enter()
      try {
        await start()
        return await task()
      } finally {
        exit()
      }
    },
    restUntil(ms) {
      restMs = Math.max(restMs, ms)
    },
  }
}
