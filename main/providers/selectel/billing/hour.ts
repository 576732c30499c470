import type { BilledItem } from '#main/core/model/findings.ts'
import { rawText } from '#main/core/model/raw.ts'
import { fromFemtos } from '#main/core/money/money.ts'
import { withoutSecrets } from '../openstack/without-secrets.ts'
import type { Run } from '../run.ts'
import { serviceOf } from '../types.ts'
import type { Row } from './json-rows.ts'
import { HOUR_MS, lastFullHour, moscowTime } from './moscow.ts'
import { type BillLine, readLine } from './read-line.ts'
import { addUnreadable, type Count, inTurns, newCount } from './turns.ts'

const HOURS_BACK = 24
const PAGE = 200

/** What everything costs now: the latest hour that is over and known, product by product. Returns its beginning. */
export async function collectHour(run: Run): Promise<{ count: Count; sinceMs: number }> {
  const count = newCount()
  const hours = await latestHours(run)
  for (const [hour, products] of hours) {
    const end = `${hour.slice(0, 13)}:59:59`
    const rows = await run.consumption.ask({ start: hour, end, period: 'hour', products })
    const gathering = createGathering(run)
    await inTurns(run, rows, (row) => {
      const line = readLine(row.record, run.currency())
      if (line?.period.slice(0, 13).replace(' ', 'T') === hour.slice(0, 13)) gathering.add(line, row)
      else addUnreadable(count, line ? 'period' : 'value')
    })
    count.found += await gathering.tell()
  }
  return { count, sinceMs: lastFullHour(run.nowMs()) }
}

/** The bill of one product may lag behind another's: each is asked for its own latest hour. */
async function latestHours(run: Run): Promise<Map<string, string[]>> {
  const last = lastFullHour(run.nowMs())
  const latest = new Map<string, string>()
  const rows = await run.consumption.ask({
    start: moscowTime(last - (HOURS_BACK - 1) * HOUR_MS),
    end: moscowTime(last + HOUR_MS - 1000),
    period: 'hour',
    isCoarse: true,
  })
  await inTurns(run, rows, ({ record }) => {
    const line = readLine(record, run.currency())
    if (!line) return
    run.projects.notePresent(line.projectId, line.projectName)
    const hour = `${line.period.slice(0, 13).replace(' ', 'T')}:00:00`
    if (hour > moscowTime(last)) return
    if (hour > (latest.get(line.product) ?? '')) latest.set(line.product, hour)
  })
  const byHour = new Map<string, string[]>()
  for (const [product, hour] of latest) byHour.set(hour, [...(byHour.get(hour) ?? []), product])
  return byHour
}

type Gathered = { line: BillLine; ref: string; metrics: Set<string>; femtos: bigint; rows: (() => unknown)[] }

function createGathering(run: Run) {
  const { identity, projects, coverage } = run
  const items = new Map<string, Gathered>()
  const unplaced: [BillLine, Row][] = []

  function put(line: BillLine, { again }: Row): void {
    const ref = identity.refOf(line)
    const before = items.get(ref)
    if (!before) {
      const metrics = new Set(line.metric === null ? [] : [line.metric])
      items.set(ref, { line, ref, metrics, femtos: line.amount.femtos, rows: [again] })
      return
    }
    before.femtos += line.amount.femtos
    if (line.metric !== null) before.metrics.add(line.metric)
    before.rows.push(again)
    before.line = better(before.line, line)
  }

  return {
    add(line: BillLine, row: Row): void {
      projects.notePresent(line.projectId, line.projectName)
      identity.note(line)
      coverage.note(line)
      if (identity.isUnplaced(line)) unplaced.push([line, { ...row, record: null }])
      else put(line, row)
    },

    async tell(): Promise<number> {
      for (const [line, row] of unplaced) put(line, row)
      const { size } = items
      let page: BilledItem[] = []
      for (const [ref, item] of items) {
        // Let go of at once: what was told is held by whoever was told.
        items.delete(ref)
        page.push(itemOf(item, run))
        if (page.length < PAGE) continue
        await run.sink.billed(page)
        await run.breathe()
        page = []
      }
      if (page.length > 0) await run.sink.billed(page)
      return size
    },
  }
}

/** Of two lines for one thing the place comes from the one that knows it, and the type from what computes. */
function better(a: BillLine, b: BillLine): BillLine {
  const base = a.type === 'server' || b.type !== 'server' ? a : { ...a, kind: b.kind, type: b.type }
  return { ...base, pool: a.pool ?? b.pool, zone: a.zone ?? b.zone, parentId: a.parentId ?? b.parentId }
}

function itemOf({ line, ref, metrics, femtos, rows }: Gathered, run: Run): BilledItem {
  const { identity, projects } = run
  const expectedIn = identity.expectedIn(line, ref)
  if (expectedIn !== null) run.billedScopes.add(expectedIn)
  run.billedRefs.add(ref)
  return {
    ref,
    name: identity.nameOf(line),
    kind: line.kind,
    metrics: [...metrics].sort(),
    service: serviceOf(line.type, line.product),
    parentRef: identity.parentOf(line),
    region: line.pool,
    zone: line.zone,
    project: projects.nameOf(line.projectId),
    price: { amount: fromFemtos(femtos, line.amount.currency), period: 'hour' },
    expectedIn,
    raw: rawText(rows.map((row) => withoutSecrets(row()))),
  }
}
