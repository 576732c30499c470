import { BILL_SCOPE, type Charge } from '#main/core/model/findings.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Day } from '#shared/lib/day.ts'
import type { CollectRequest } from '../../provider.ts'
import type { Movements } from '../billing/account.ts'
import { collectDays } from '../billing/days.ts'
import { collectHour } from '../billing/hour.ts'
import type { Report } from '../billing/report.ts'
import { ALL_PRODUCTS } from '../client.ts'
import { askPart } from '../outcome.ts'
import type { Run } from '../run.ts'

const HOUR = { scope: `${BILL_SCOPE}/hour`, endpoint: 'consumption/hour', isAccount: true }
const REPORT = { scope: `${BILL_SCOPE}/report`, endpoint: 'report', isOptional: true, isAccount: true }

/**
 * What everything costs now, by the latest hour. Without it nothing counts as new: every thing that the bill seems not
 * to know would get a price that it may not have.
 */
export async function collectRates(run: Run): Promise<{ sinceMs: number }> {
  let sinceMs = Number.POSITIVE_INFINITY
  const how = await askPart(run, HOUR, async () => {
    const hour = await collectHour(run)
    sinceMs = hour.sinceMs
    return hour.count
  })
  run.hour = how === 'forbidden' ? 'closed' : how === 'done' ? 'read' : 'silent'
  return { sinceMs }
}

/** Up to this size the report is read whatever the transactions say. */
const SMALL = 10_000

/**
 * The report repeats the whole cloud for the sake of what the cloud is not. For a big account that is the biggest of
 * all answers, so there the transactions are believed: where nothing but the cloud was paid for, it is left out.
 */
export const needsReport = ({ billedRefs }: Run, movements: Movements | null): boolean =>
  billedRefs.size <= SMALL ||
  movements === null ||
  movements.groups.size === 0 ||
  [...movements.groups].some((group) => !ALL_PRODUCTS.some((product) => product === group))

/** What is paid for by the month at present. */
export async function collectRents(run: Run, report: Report, today: Day): Promise<void> {
  await askPart(run, REPORT, async () => {
    const items = await report.billed(today)
    await run.sink.billed(items)
    return { ...report.count(), found: items.length }
  })
}

/** What each day cost: all that the consumption tells, and of the report what the consumption does not know. */
export async function collectCosts(run: Run, report: Report | null, request: CollectRequest): Promise<void> {
  const range = { from: request.chargesFrom, to: request.chargesTo }
  const before = report?.count().unreadable ?? 0
  const part = { scope: 'costs', endpoint: 'consumption/days', isAccount: true }
  await askPart(run, part, () => collectDays(run, range, (window) => reported(report, window)))
  const after = report?.count()
  // The months further back had unreadable lines of their own.
  if (after && after.unreadable > before) await askPart(run, REPORT, async () => after)
}

/**
 * A report that may not be read, or does not exist, leaves the consumption alone. One that fails for now ends the days:
 * told without it, they would lose what they had of it.
 */
async function reported(report: Report | null, window: { from: Day; to: Day }): Promise<Charge[]> {
  try {
    return report ? await report.charges(window) : []
  } catch (error) {
    const isClosed =
      error instanceof AppError &&
      (error.code === 'provider.forbidden' ||
        (error.code === 'provider.refused' && error.details.status === 404))
    if (!isClosed) throw error
    return []
  }
}
