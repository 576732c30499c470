import type { Usage } from '#main/core/model/findings.ts'
import { partOfDay } from '#main/core/sync/rotation.ts'
import { addDays, type Day, dayInZone } from '#shared/lib/day.ts'
import { BILLING_ZONE, fromMoscow, startOfDay } from '../billing/moscow.ts'
import { newCount } from '../billing/turns.ts'
import type { CloudSession } from '../openstack/session.ts'
import { askPart } from '../outcome.ts'
import { inParallel } from '../parallel.ts'
import type { Run } from '../run.ts'
import { scopeOf } from '../scopes.ts'
import { databaseUsage, type Span, serverUsage, type Target } from './ask.ts'

/** Things of one project in one pool that are measured in one place. */
export type Measured = {
  endpoint: 'usage' | 'usage/databases'
  session: CloudSession
  region: string
  base: string
  isGuessed: boolean
  targets: Target[]
}

const AT_ONCE = 4
/** Two requests each: as many as a look can spare. */
const MEASURED_AT_MOST = 1_000
/** So many in a row without a single figure: nothing is measured there. */
const SILENT_TARGETS = 20

export async function collectUsage(run: Run, all: readonly Measured[], since: Span): Promise<void> {
  const { groups, span } = ofToday(all, since)
  const total = groups.reduce((sum, { targets }) => sum + targets.length, 0)
  let done = 0
  run.sink.progress('usage', done, total)
  for (const group of groups) {
    if (group.targets.length === 0) continue
    const { endpoint, region, session, isGuessed } = group
    const scope = scopeOf(endpoint, region, session.projectId)
    const part = { scope, endpoint, region, project: session.project, isOptional: true, isGuessed }
    await askPart(run, part, async () => {
      const count = newCount()
      let empty = 0
      await inParallel(group.targets, AT_ONCE, async (target) => {
        if (empty < SILENT_TARGETS || count.found > 0) {
          const rows = await daysOf(group, target, span)
          empty += rows.length === 0 ? 1 : 0
          count.found += rows.length
          if (rows.length > 0) await run.sink.usage(rows)
        }
        done += 1
        run.sink.progress('usage', done, total)
      })
      return count
    })
  }
}

/** Of very many, another part each day; what has waited longer is asked about further back. */
function ofToday(all: readonly Measured[], span: Span): { groups: readonly Measured[]; span: Span } {
  const today = dayOf(span.toMs)
  const targets = all.flatMap((group) => group.targets)
  const { part, everyDays } = partOfDay(targets, MEASURED_AT_MOST, today)
  if (everyDays === 1) return { groups: all, span }
  const chosen = new Set(part)
  const groups = all.map((group) => ({ ...group, targets: group.targets.filter((one) => chosen.has(one)) }))
  const fromMs = fromMoscow(startOfDay(addDays(today, -everyDays))) ?? span.fromMs
  return { groups, span: { ...span, fromMs: Math.min(span.fromMs, fromMs) } }
}

const dayOf = (ms: number): Day => dayInZone(ms, BILLING_ZONE)

const daysOf = (
  { endpoint, session, base }: Measured,
  target: Target,
  span: Span,
): Promise<readonly Usage[]> =>
  endpoint === 'usage' ? serverUsage(session, base, target, span) : databaseUsage(session, base, target, span)
