import { z } from 'zod'
import type { Usage } from '#main/core/model/findings.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { CloudSession } from '../openstack/session.ts'
import { coresOf, daysOfUsage, gnocchiPoints, type Point, seriesPoints } from './points.ts'

/** What is measured, and against what. */
export type Target = {
  ref: string
  vcpu: number | null
  ramGb: number | null
  diskGb: number | null
}

export type Span = { fromMs: number; toMs: number }

const GRANULARITY_S = 300
const MB_PER_GB = 1024
const GIB = 1024 ** 3

const CPU =
  '(max (metric cpu_util mean) (/ (clip_min (rateofchangesec (metric cpu_average mean)) 0) 10000000))'
const RAM = '(metric memory.usage mean)'

const wireMeasures = z.object({ measures: z.unknown() })

const naive = (ms: number): string => new Date(ms).toISOString().slice(0, 19)

/** Days of a cloud server. A server without metrics, or without this one, has none. */
export async function serverUsage(
  session: CloudSession,
  base: string,
  { ref, vcpu, ramGb }: Target,
  { fromMs, toMs }: Span,
): Promise<Usage[]> {
  const query = new URLSearchParams({
    details: 'false',
    granularity: String(GRANULARITY_S),
    start: naive(fromMs),
    stop: naive(toMs),
  })
  const ask = async (operations: string): Promise<Point[]> => {
    const request = {
      method: 'POST' as const,
      url: `${base}/aggregates?${query}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operations, search: `id=${ref}`, resource_type: 'generic' }),
      endpoint: 'usage',
      isReadOnly: true,
    }
    return gnocchiPoints((await orNothing(session.json(request, wireMeasures)))?.measures)
  }
  const cpu = vcpu === null ? [] : await ask(CPU)
  const ram = ramGb === null ? [] : await ask(RAM)
  return [
    ...daysOfUsage(coresOf(cpu, vcpu ?? 0), { ref, metric: 'cpu', capacity: vcpu ?? 0 }),
    ...daysOfUsage(
      ram.map(([atMs, mb]) => [atMs, mb / MB_PER_GB]),
      { ref, metric: 'ram', capacity: ramGb ?? 0 },
    ),
  ]
}

const series = z
  .array(z.object({ timestamps: z.array(z.unknown()), values: z.array(z.unknown()) }))
  .nullish()
  .catch(null)
type Series = z.output<typeof series>

const wireMetrics = z.object({
  metrics: z.object({
    cpu: series,
    memory_percent: series,
    memory_bytes: series,
    disk_percent: series,
    disk_bytes: series,
  }),
})

/** Days of a managed database: all of its nodes together, against the size of one. */
export async function databaseUsage(
  session: CloudSession,
  base: string,
  { ref, vcpu, ramGb, diskGb }: Target,
  { fromMs, toMs }: Span,
): Promise<Usage[]> {
  const query = `start=${Math.floor(fromMs / 1000)}&end=${Math.floor(toMs / 1000)}`
  const url = `${base}/datastores/${encodeURIComponent(ref)}/metrics?${query}`
  const answer = await orNothing(
    session.json({ method: 'GET', url, endpoint: 'usage/databases' }, wireMetrics),
  )
  if (!answer) return []
  const { cpu, memory_percent, memory_bytes, disk_percent, disk_bytes } = answer.metrics
  return [
    ...rows(ref, 'cpu', vcpu, pointsOf(cpu, (vcpu ?? 0) / 100)),
    ...rows(ref, 'ram', ramGb, sizes(memory_bytes, memory_percent, ramGb)),
    ...rows(ref, 'disk', diskGb, sizes(disk_bytes, disk_percent, diskGb)),
  ]
}

const rows = (ref: string, metric: Usage['metric'], capacity: number | null, points: Point[]): Usage[] =>
  capacity === null ? [] : daysOfUsage(points, { ref, metric, capacity })

/** Bytes are exact; per cent are taken where there are none. */
function sizes(bytes: Series, percent: Series, capacityGb: number | null): Point[] {
  const exact = pointsOf(bytes, 1 / GIB)
  return exact.length > 0 ? exact : pointsOf(percent, (capacityGb ?? 0) / 100)
}

const pointsOf = (nodes: Series, factor: number): Point[] =>
  (nodes ?? []).flatMap(({ timestamps, values }) =>
    seriesPoints(timestamps, values).map(([atMs, value]) => [atMs, value * factor] as const),
  )

/** 404: no such metric, or none at this granularity. */
async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof AppError && error.code === 'provider.refused' && error.details.status === 404)
      return null
    throw error
  }
}
