import type { Usage } from '#main/core/model/findings.ts'
import { day } from '#shared/lib/day.ts'

/** A measurement: when, and how much of the metric's unit. */
export type Point = readonly [atMs: number, value: number]

type Sum = { sum: number; count: number; peak: number }

const DAY_MS = 86_400_000
const MOSCOW_MS = 3 * 3_600_000

/** Mean and peak of each of Moscow's days; nothing is more than all that there is. */
export function daysOfUsage(
  points: Iterable<Point>,
  { ref, metric, capacity }: Pick<Usage, 'ref' | 'metric' | 'capacity'>,
): Usage[] {
  const days = new Map<number, Sum>()
  for (const [atMs, value] of points) {
    const bounded = Math.min(capacity, Math.max(0, value))
    const key = Math.floor((atMs + MOSCOW_MS) / DAY_MS)
    const before = days.get(key)
    if (!before) days.set(key, { sum: bounded, count: 1, peak: bounded })
    else {
      before.sum += bounded
      before.count += 1
      before.peak = Math.max(before.peak, bounded)
    }
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([key, { sum, count, peak }]) => ({
      ref,
      metric,
      day: day(new Date(key * DAY_MS).toISOString().slice(0, 10)),
      used: rounded(sum / count),
      peak: rounded(peak),
      capacity,
    }))
}

/** No measurement is finer than that, and equal ones are equal. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/**
 * Processor time as cores. Some answers give the share of the whole server, others the sum over its cores: whoever is
 * ever above a hundred per cent is of the second kind.
 */
export function coresOf(percents: readonly Point[], vcpu: number): Point[] {
  const isSum = percents.some(([, value]) => value > 100)
  return percents.map(([atMs, value]) => [atMs, (value / 100) * (isSum ? 1 : vcpu)])
}

/** Gnocchi nests its triples of time, span and value by what was asked for; the first list of them is the answer. */
export function gnocchiPoints(measures: unknown): Point[] {
  if (Array.isArray(measures)) {
    return measures.flatMap((triple: unknown) => {
      if (!Array.isArray(triple)) return []
      const [at, , value]: unknown[] = triple
      const atMs = typeof at === 'string' ? Date.parse(at) : Number.NaN
      return Number.isFinite(atMs) && typeof value === 'number' && Number.isFinite(value)
        ? [[atMs, value] as const]
        : []
    })
  }
  if (typeof measures !== 'object' || measures === null) return []
  for (const inner of Object.values(measures)) {
    const points = gnocchiPoints(inner)
    if (points.length > 0) return points
  }
  return []
}

/** Parallel lists of seconds and values, which need not be of one length. */
export function seriesPoints(timestamps: readonly unknown[], values: readonly unknown[]): Point[] {
  return timestamps.flatMap((seconds, index) => {
    const value = values[index]
    return typeof seconds === 'number' && typeof value === 'number' && Number.isFinite(value)
      ? [[seconds * 1000, value] as const]
      : []
  })
}
