import type { FakeAnswer, FakeRequest } from '../fault-routes.ts'
import { DAY_MS } from './ids.ts'
import type { SelectelModel } from './model.ts'

const STEP_MS = 300_000
/** Points of every thousandth step are enough for a day's mean, and keep a month's answer small. */
const EVERY = 72

/** Per cent and megabytes by the time of day, so that a day's mean and peak are known: 10 at night, 50 by day. */
const FAKE_LOAD = { nightPercent: 10, dayPercent: 50 } as const

export function pointsOf(
  startMs: number,
  stopMs: number,
  figureAt: (ms: number) => number,
): [number, number][] {
  const points: [number, number][] = []
  const first = Math.ceil(startMs / STEP_MS) * STEP_MS
  for (let at = first; at < stopMs; at += STEP_MS * EVERY) points.push([at, figureAt(at)])
  return points
}

export const loadAt = (ms: number): number =>
  (ms % DAY_MS) / DAY_MS < 0.5 ? FAKE_LOAD.nightPercent : FAKE_LOAD.dayPercent

/** Gnocchi's answer for one server; 404 for one that has no metrics. */
export function metricAnswer(
  model: SelectelModel,
  project: string,
  { query, body }: FakeRequest,
): FakeAnswer {
  const { search = '', operations = '' } = JSON.parse(body) as { search?: string; operations?: string }
  const id = search.replace('id=', '')
  const server = model.things.get(id)
  if (
    !model.quirks.hasMetrics ||
    !server ||
    server.project !== project ||
    server.goneMs !== null ||
    server.spec.hasMetrics === false
  )
    return { status: 404, json: { code: 404, description: 'Metrics not found' } }
  const [start, stop] = [Date.parse(`${query.get('start')}Z`), Date.parse(`${query.get('stop')}Z`)]
  const isCpu = operations.includes('cpu')
  const ramMb = typeof server.spec.ramMb === 'number' ? server.spec.ramMb : 0
  const points = pointsOf(start, stop, (ms) => (isCpu ? loadAt(ms) : (ramMb * loadAt(ms)) / 100)).map(
    ([at, value]) => [new Date(at).toISOString().replace('.000Z', '+00:00'), 300, value],
  )
  return {
    json: { measures: isCpu ? { aggregated: points } : { [id]: { 'memory.usage': { mean: points } } } },
  }
}
