import type { Page } from '@playwright/test'

type Frames = { frames: number; worst: number; late: number }

declare global {
  var frameProbe: { start(): void; stop(): Frames }
  var paintProbe: { watch(selectors: Readonly<Record<string, string>>): Promise<Record<string, number>> }
}

/** Half a frame more than one: what a person sees as a frame that was left out. */
const LATE_MS = 25

/** Runs in the page: how long each frame took, and how long after a press things were on the screen. */
function install(lateMs: number): void {
  let times: number[] = []
  let isOn = false
  const tick = (now: number): void => {
    if (!isOn) return
    times.push(now)
    requestAnimationFrame(tick)
  }
  globalThis.frameProbe = {
    start: () => {
      times = []
      isOn = true
      requestAnimationFrame(tick)
    },
    stop: () => {
      isOn = false
      const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time))
      return {
        frames: gaps.length,
        worst: Math.max(0, ...gaps),
        late: gaps.filter((gap) => gap > lateMs).length,
      }
    },
  }
  globalThis.paintProbe = {
    watch: (selectors) =>
      new Promise((resolve) => {
        const left = new Map(Object.entries(selectors))
        const seen: Record<string, number> = {}
        let from = 0
        document.addEventListener(
          'click',
          ({ timeStamp }) => {
            from = timeStamp
            look()
          },
          { capture: true, once: true },
        )
        const look = (): void => {
          for (const [name, selector] of left) {
            if (document.querySelector(selector) === null) continue
            left.delete(name)
            // It is on the screen when the next frame begins.
            requestAnimationFrame((now) => {
              seen[name] = now - from
              if (Object.keys(seen).length === Object.keys(selectors).length) resolve(seen)
            })
          }
          if (left.size > 0) requestAnimationFrame(look)
        }
      }),
  }
}

export async function installPageProbe(page: Page): Promise<void> {
  await page.addInitScript(install, LATE_MS)
}

/** Frames while something is done. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => frameProbe.start())
  await work()
  return page.evaluate(() => frameProbe.stop())
}

/**
 * How long the page's main thread was at work, by its own clock: a machine that is busy with something else makes frames
 * late, and this not longer.
 */
export async function threadClock(page: Page): Promise<(work: () => Promise<void>) => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busyMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  return async (work) => {
    const from = await busyMs()
    await work()
    return (await busyMs()) - from
  }
}
