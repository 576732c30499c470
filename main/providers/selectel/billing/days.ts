import type { Charge } from '#main/core/model/findings.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { addDays, type Day, daysBetween, lastOfMonth } from '#shared/lib/day.ts'
import type { Run } from '../run.ts'
import { serviceCategoryOf, serviceOf } from '../types.ts'
import { endOfDay, moscowDay, startOfDay } from './moscow.ts'
import { type BillLine, readLine } from './read-line.ts'
import { addUnreadable, type Count, inTurns, newCount } from './turns.ts'

/** As many lines as are held at once, by the days told so far; no window is longer than its month. */
const LINES_AIM = 60_000

type Others = (window: { from: Day; to: Day }) => Promise<Charge[]>
type Told = { from: Day; to: Day; lines: readonly Charge[] }

/**
 * What each day cost, in order and in whole days. `others`: the lines of a window that the consumption does not know;
 * they have to be told together with it, because what is told of a day takes the place of all that was told before.
 */
export async function collectDays(run: Run, range: { from: Day; to: Day }, others: Others): Promise<Count> {
  const count = newCount()
  const total = daysBetween(range.from, range.to) + 1
  // Days that were empty say nothing of those to come; what the latest hour names will be on each of them.
  const most = Math.max(1, Math.min(31, Math.floor(LINES_AIM / Math.max(1, run.billedRefs.size))))
  let length = 1
  for (let from = range.from; from <= range.to; ) {
    run.sink.progress('billing', daysBetween(range.from, from), total)
    const to = earliest(addDays(from, length - 1), range.to, lastOfMonth(from))
    const told = await windowOf(run, { from, to }, count, others)
    if (told === 'tooMuch') {
      length = Math.max(1, Math.floor(length / 2))
      continue
    }
    await run.sink.charges(from, to, told.lines)
    count.found += told.lines.length
    const perDay = told.lines.length / (daysBetween(from, to) + 1)
    length = Math.max(1, Math.min(most, Math.floor(LINES_AIM / Math.max(1, perDay))))
    from = addDays(to, 1)
  }
  run.sink.progress('billing', total, total)
  return count
}

const earliest = (...days: Day[]): Day => days.reduce((a, b) => (b < a ? b : a))

async function windowOf(
  run: Run,
  window: { from: Day; to: Day },
  count: Count,
  others: Others,
): Promise<Told | 'tooMuch'> {
  const { from, to } = window
  const lines: Charge[] = []
  const unplaced: BillLine[] = []
  const missed = newCount()
  try {
    const rows = await run.consumption.ask({ start: startOfDay(from), end: endOfDay(to), period: 'day' })
    await inTurns(run, rows, ({ record }) => {
      const line = readLine(record, run.currency())
      const day = moscowDay(line?.period ?? null)
      if (line === null || day === null || day < from || day > to) {
        addUnreadable(missed, line ? 'period' : 'value')
        return
      }
      run.projects.note(line.projectId, line.projectName)
      run.identity.note(line)
      run.coverage.note(line)
      if (run.identity.isUnplaced(line)) unplaced.push(line)
      else lines.push(chargeOf(line, day, run))
    })
  } catch (error) {
    if (from < to && isTooMuch(error)) return 'tooMuch'
    throw error
  }
  for (const line of unplaced) lines.push(chargeOf(line, moscowDay(line.period) ?? from, run))
  for (const line of await others(window)) lines.push(line)
  count.unreadable += missed.unreadable
  count.first ??= missed.first
  return { from, to, lines }
}

/** A window that is too big for the answer or for the time allowed is asked for in halves. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'provider.tooLarge' || error.code === 'provider.timeout')

function chargeOf(line: BillLine, day: Day, { identity, projects }: Run): Charge {
  return {
    day,
    ref: identity.refOf(line),
    name: identity.nameOf(line),
    kind: line.kind,
    parentRef: identity.parentOf(line),
    service: serviceOf(line.type, line.product),
    serviceCategory: serviceCategoryOf(line.type),
    region: line.pool,
    zone: line.zone,
    project: projects.nameOf(line.projectId),
    sku: line.metric,
    skuName: line.metricName,
    unit: line.unit,
    quantity: line.quantity,
    billed: line.amount,
    description: null,
  }
}
