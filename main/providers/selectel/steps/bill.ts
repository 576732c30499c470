import { BILL_SCOPE, type Charge } from '#main/core/model/findings.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Day } from '#shared/lib/day.ts'
import type { CollectRequest } from '../../provider.ts'
import { collectDays } from '../billing/days.ts'
import { collectHour } from '../billing/hour.ts'
import { createReport, type Report } from '../billing/report.ts'
import { askPart } from '../outcome.ts'
import type { Run } from '../run.ts'

const HOUR = { scope: `${BILL_SCOPE}/hour`, endpoint: 'consumption/hour', isAccount: true }
const REPORT = { scope: `${BILL_SCOPE}/report`, endpoint: 'report', isOptional: true, isAccount: true }

/**
 * What everything costs now. Without the latest hour nothing counts as new: every thing that the bill seems not to know
 * would get a price that it may not have.
 */
export async function collectBill(run: Run, today: Day): Promise<{ report: Report; sinceMs: number }> {
  run.sink.progress('billing', 0, 2)
  let sinceMs = Number.POSITIVE_INFINITY
  await askPart(run, HOUR, async () => {
    const hour = await collectHour(run)
    sinceMs = hour.sinceMs
    return hour.count
  })
  run.sink.progress('billing', 1, 2)
  const report = createReport(run)
  await askPart(run, REPORT, async () => {
    const items = await report.billed(today)
    await run.sink.billed(items)
    return { ...report.count(), found: items.length }
  })
  run.sink.progress('billing', 2, 2)
  return { report, sinceMs }
}

/** What each day cost: all that the consumption tells, and of the report what the consumption does not know. */
export async function collectCosts(run: Run, report: Report, request: CollectRequest): Promise<void> {
  const range = { from: request.chargesFrom, to: request.chargesTo }
  const before = report.count().unreadable
  const part = { scope: 'costs', endpoint: 'consumption/days', isAccount: true }
  await askPart(run, part, () => collectDays(run, range, (window) => reported(report, window)))
  const after = report.count()
  // The months further back had unreadable lines of their own.
  if (after.unreadable > before) await askPart(run, REPORT, async () => after)
}

/**
 * A report that may not be read, or does not exist, leaves the consumption alone. One that fails for now ends the days:
 * told without it, they would lose what they had of it.
 */
async function reported(report: Report, window: { from: Day; to: Day }): Promise<Charge[]> {
  try {
    return await report.charges(window)
  } catch (error) {
    const isClosed =
      error instanceof AppError &&
      (error.code === 'provider.forbidden' ||
        (error.code === 'provider.refused' && error.details.status === 404))
    if (!isClosed) throw error
    return []
  }
}
