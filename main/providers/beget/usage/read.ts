import type { Usage } from '#main/core/model/findings.ts'
import { partOfDay } from '#main/core/sync/rotation.ts'
import type { Sink } from '#main/providers/provider.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { addDays, type Day, dayInZone } from '#shared/lib/day.ts'
import type { Client } from '../api/client.ts'
import { isPartial } from '../api/errors.ts'
import { together } from '../common/together.ts'
import { BILLING_ZONE } from '../common/zone.ts'
import { createUsageReader } from './normalize.ts'
import { METRICS, periodFor, type Statistic, type Target } from './targets.ts'
import { seriesUnder } from './wire.ts'

const SCHEMAS = {
  cpu: seriesUnder('cpu'),
  memory: seriesUnder('memory'),
  'disk-usage': seriesUnder('disk_usage'),
  network: seriesUnder('data_rx', 'data_tx'),
} as const satisfies Record<Statistic, unknown>

const STATISTICS = Object.keys(SCHEMAS) as Statistic[]
/** As many machines at once as the client makes requests. */
const AT_ONCE = 4
/** Four requests each: as many as a look can spare. */
const MEASURED_AT_MOST = 1_000
/** A kind of figures that failed for so many machines in a row is out of order as a whole. */
const FAILURES_TO_STOP = 5

type State = { found: number; failed: number; inARow: number; error: AppError | null }

type Reading = {
  sink: Sink
  client: Client
  /** Stops the other machines when nothing can go on. */
  stop: AbortController
  signal: AbortSignal
  targets: readonly Target[]
  from: Day
  nowMs: number
}

/** Each kind of figures is a part of its own; figures that are missing take nothing from the inventory. */
export async function readUsage({
  sink,
  client,
  stop,
  signal,
  targets: all,
  from: since,
  nowMs,
}: Reading): Promise<void> {
  if (all.length === 0) return
  const states = new Map<Statistic, State>()
  for (const name of STATISTICS) states.set(name, { found: 0, failed: 0, inARow: 0, error: null })
  const today = dayInZone(nowMs, BILLING_ZONE)
  const { part: targets, everyDays } = partOfDay(all, MEASURED_AT_MOST, today)
  const from = everyDays === 1 ? since : earliest(since, addDays(today, -everyDays))
  const period = periodFor(from, nowMs)
  const dailyUsage = createUsageReader()
  let done = 0
  sink.progress('usage', done, targets.length)

  async function ask(target: Target, statistic: Statistic, state: State): Promise<Usage[]> {
    if (state.inARow >= FAILURES_TO_STOP) return []
    try {
      const endpoint = `statistic/${statistic}`
      const answer = await client.get(target.pathOf(statistic), SCHEMAS[statistic], {
        endpoint,
        query: { period },
      })
      state.inARow = 0
      const { ref, machine } = target
      const rows = dailyUsage(answer ?? [], { ref, metric: METRICS[statistic], machine, from })
      state.found += rows.length
      return rows
    } catch (error) {
      if (signal.aborted || !(error instanceof AppError) || !isPartial(error)) throw error
      state.failed += 1
      state.inARow += 1
      state.error ??= error
      return []
    }
  }

  async function measure(target: Target): Promise<void> {
    const rows: Usage[] = []
    for (const [statistic, state] of states) rows.push(...(await ask(target, statistic, state)))
    if (!rows.some(({ metric }) => metric === 'disk')) rows.push(...diskToday(target, today))
    if (rows.length > 0) await sink.usage(rows)
    done += 1
    sink.progress('usage', done, targets.length)
  }

  const queue = targets.values()
  await together(
    stop,
    Array.from({ length: AT_ONCE }, () => async () => {
      for (const target of queue) await measure(target)
    }),
  )
  for (const [statistic, { found, error }] of states) {
    const problem = error && { code: error.code, details: error.details, ref: null }
    const isForbidden = error?.code === 'provider.forbidden'
    sink.outcome({
      scope: `usage/${statistic}`,
      endpoint: `statistic/${statistic}`,
      region: null,
      project: null,
      status: error === null ? 'done' : isForbidden ? 'forbidden' : 'failed',
      found,
      error: problem,
    })
  }
}

const earliest = (a: Day, b: Day): Day => (a < b ? a : b)

function diskToday({ ref, machine, diskUsedGb }: Target, day: Day): Usage[] {
  if (diskUsedGb === null) return []
  return [{ ref, metric: 'disk', day, used: diskUsedGb, peak: diskUsedGb, capacity: machine.diskGb }]
}
