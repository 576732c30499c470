import type { Usage } from '#main/core/model/findings.ts'
import { looseInstant, looseNumber } from '#main/providers/http/tolerant.ts'
import { type Day, dayInZone } from '#shared/lib/day.ts'
import { BILLING_ZONE } from '../common/zone.ts'
import { capacityOf, type Machine, unitOf } from './units.ts'
import type { Series } from './wire.ts'

const HOUR_MS = 3_600_000
const instant = looseInstant(BILLING_ZONE)
const number = looseNumber()

type Point = { atMs: number; value: number }

type About = { ref: string; metric: Usage['metric']; machine: Machine; from: Day }

type UsageReader = (series: readonly Series[], about: About) => Usage[]

/** Machines are measured at the same moments: each moment is read once for all of them. */
export function createUsageReader(): UsageReader {
  const instantOf = remembering(readDate)
  const dayOf = dayFinder()
  return (series, about) => dailyUsage(addedUp(series.map((one) => pointsOf(one, instantOf))), dayOf, about)
}

/** Days of the billing zone with the mean and the highest of what was measured. Several series are added up. */
function dailyUsage(
  points: readonly Point[],
  dayOf: (atMs: number) => Day,
  { ref, metric, machine, from }: About,
): Usage[] {
  const peak = points.reduce((highest, { value }) => Math.max(highest, value), 0)
  const unit = unitOf(metric, peak, machine)
  const days = new Map<Day, { sum: number; count: number; peak: number }>()
  for (const { atMs, value } of points) {
    const day = dayOf(atMs)
    if (day < from) continue
    const before = days.get(day) ?? { sum: 0, count: 0, peak: 0 }
    const peak = Math.max(before.peak, value)
    days.set(day, { sum: before.sum + value, count: before.count + 1, peak })
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { sum, count, peak }]) => ({
      ref,
      metric,
      day,
      used: rounded((sum / count) * unit),
      peak: rounded(peak * unit),
      capacity: capacityOf(metric, machine),
    }))
}

/** Holes and what is no number are left out: a hole is no rest. */
function pointsOf({ dates, values }: Series, instantOf: (date: unknown) => number | null): Point[] {
  const points: Point[] = []
  for (const [index, date] of dates.entries()) {
    const given = values[index]
    const value = typeof given === 'number' ? given : number.parse(given)
    if (value === null || !Number.isFinite(value) || value < 0) continue
    const atMs = instantOf(date)
    if (atMs !== null) points.push({ atMs, value })
  }
  return points
}

const MS_SINCE = 1e12
const SECONDS_SINCE = 1e9

/** As text in any usual form, or counted from 1970 in seconds or milliseconds. */
function readDate(date: unknown): number | null {
  const count = number.parse(date)
  if (count === null) return instant.parse(date)
  if (count >= MS_SINCE) return count
  return count >= SECONDS_SINCE ? count * 1000 : null
}

const REMEMBERED_AT_MOST = 20_000

function remembering(read: (date: unknown) => number | null): (date: unknown) => number | null {
  const known = new Map<unknown, number | null>()
  return (date) => {
    const before = known.get(date)
    if (before !== undefined) return before
    const atMs = read(date)
    if (known.size >= REMEMBERED_AT_MOST) known.clear()
    known.set(date, atMs)
    return atMs
  }
}

function addedUp(all: readonly Point[][]): Point[] {
  const [only] = all
  if (all.length <= 1) return only ?? []
  const sums = new Map<number, number>()
  for (const { atMs, value } of all.flat()) sums.set(atMs, (sums.get(atMs) ?? 0) + value)
  return [...sums].map(([atMs, value]) => ({ atMs, value }))
}

/** The day of an instant, worked out once an hour. */
function dayFinder(): (atMs: number) => Day {
  const known = new Map<number, Day>()
  return (atMs) => {
    const hour = Math.floor(atMs / HOUR_MS)
    const day = known.get(hour) ?? dayInZone(hour * HOUR_MS, BILLING_ZONE)
    known.set(hour, day)
    return day
  }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
