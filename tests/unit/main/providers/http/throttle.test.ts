import { describe, expect, it } from 'vitest'
import { createThrottle } from '#main/providers/http/throttle.ts'

/** A clock that is moved on by waiting, and tells how long was waited. */
function steered() {
  let nowMs = 1_000_000
  const waits: number[] = []
  const wait = async (ms: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted()
    waits.push(ms)
    nowMs += ms
    await Promise.resolve()
  }
  return { clock: { nowMs: () => nowMs, wait }, waits, now: () => nowMs }
}

const never = new AbortController().signal
/** Tasks that end when they are told to. */
function tasks() {
  const ends: (() => void)[] = []
  const started: number[] = []
  const task = (name: number) => async (): Promise<number> => {
    started.push(name)
    await new Promise<void>((resolve) => ends.push(resolve))
    return name
  }
  return { ends, started, task }
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

describe('how many run at once', () => {
  it('never more than the limit, in the order of asking', async () => {
    const throttle = createThrottle({ clock: steered().clock, signal: never, parallel: 2, perMinute: null })
    const { ends, started, task } = tasks()
    const runs = [0, 1, 2, 3].map((name) => throttle.run(task(name)))
    await settle()
    expect(started).toEqual([0, 1])
    ends[1]?.()
    await settle()
    expect(started).toEqual([0, 1, 2])
    ends[0]?.()
    await settle()
    expect(started).toEqual([0, 1, 2, 3])
    for (const end of ends) end()
    expect(await Promise.all(runs)).toEqual([0, 1, 2, 3])
  })

  it('a task that fails gives its place back', async () => {
    const throttle = createThrottle({ clock: steered().clock, signal: never, parallel: 1, perMinute: null })
    const failing = throttle.run(async () => {
      throw new Error('no')
    })
    const next = throttle.run(async () => 'next')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('next')
  })

  it('who waits for a place leaves at once when the person cancels, and nobody takes a place twice', async () => {
    const abort = new AbortController()
    const throttle = createThrottle({
      clock: steered().clock,
      signal: abort.signal,
      parallel: 1,
      perMinute: null,
    })
    const { ends, started, task } = tasks()
    const first = throttle.run(task(0))
    const waiting = [1, 2].map((name) => throttle.run(task(name)).catch((error: unknown) => error))
    await settle()
    const reason = new Error('cancelled')
    abort.abort(reason)
    expect(await Promise.all(waiting)).toEqual([reason, reason])
    ends[0]?.()
    expect(await first).toBe(0)
    expect(started).toEqual([0])
    await expect(throttle.run(task(3))).rejects.toBe(reason)
  })
})

describe('how many start in a minute', () => {
  it('no more than the limit in any sixty seconds, wherever they begin', async () => {
    const { clock, now } = steered()
    const throttle = createThrottle({ clock, signal: never, parallel: 8, perMinute: 60 })
    const starts: number[] = []
    await Promise.all(Array.from({ length: 200 }, () => throttle.run(async () => starts.push(now()))))
    expect(starts).toHaveLength(200)
    for (const [index, at] of starts.entries()) {
      const before = starts[index - 60]
      if (before !== undefined) expect(at - before).toBeGreaterThan(60_000)
    }
  })

  it('the first minute is not spread out: a short sync waits for nothing', async () => {
    const { clock, waits } = steered()
    const throttle = createThrottle({ clock, signal: never, parallel: 4, perMinute: 60 })
    await Promise.all(Array.from({ length: 60 }, () => throttle.run(async () => {})))
    expect(waits).toEqual([])
  })

  it('a clock that stands still or steps back holds nobody for ever', async () => {
    let nowMs = 10_000_000
    const waits: number[] = []
    const clock = {
      nowMs: () => nowMs,
      wait: async (ms: number) => {
        waits.push(ms)
      },
    }
    const throttle = createThrottle({ clock, signal: never, parallel: 1, perMinute: 2 })
    throttle.restUntil(nowMs + 5000)
    for (let count = 0; count < 4; count += 1) await throttle.run(async () => {})
    nowMs -= 3_600_000
    await throttle.run(async () => {})
    expect(Math.max(...waits)).toBe(61_000)
    expect(waits.length).toBeLessThanOrEqual(5)
  })
})

describe('the rest that a provider asked for', () => {
  it('holds for everybody, and a longer one that comes meanwhile holds as well', async () => {
    const { clock, waits, now } = steered()
    const began = now()
    const throttle = createThrottle({
      clock: {
        nowMs: clock.nowMs,
        wait: async (ms, signal) => {
          if (waits.length === 0) throttle.restUntil(began + 40_000)
          await clock.wait(ms, signal)
        },
      },
      signal: never,
      parallel: 2,
      perMinute: null,
    })
    throttle.restUntil(began + 30_000)
    throttle.restUntil(began + 10_000)
    const at = await Promise.all([1, 2].map(() => throttle.run(async () => now() - began)))
    expect(at).toEqual([40_000, 40_000])
    expect(waits).toEqual([30_000, 10_000])
  })
})
