import { Cron } from 'croner'
import type { Schedule } from '#shared/contract/connections.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

type Since = {
  /** When it last began by its schedule, or was added. */
  sinceMs: number
  /** Quiet hours of an interval are the organisation's own. */
  timeZone: string
}

/** When it is to begin next; null when nobody asked for that. A moment in the past: it is due, once for all that were missed. */
export function nextRun(schedule: Schedule, { sinceMs, timeZone }: Since): number | null {
  switch (schedule.kind) {
    case 'manual':
      return null
    case 'every':
      return afterQuiet(sinceMs + schedule.hours * HOUR_MS, schedule.quiet, timeZone)
    case 'cron': {
      const next = cronOf(schedule.pattern, schedule.timeZone)?.nextRun(new Date(sinceMs))
      return next ? afterQuiet(next.getTime(), schedule.quiet, schedule.timeZone) : null
    }
  }
}

/** What an interval counts from is the last look, whoever asked for it; the hours of a calendar come whatever happened. */
export function sinceOf(connection: {
  schedule: Schedule
  scheduledAtMs: number | null
  lastSyncAtMs: number | null
  addedAtMs: number
}): number {
  const { schedule, scheduledAtMs, lastSyncAtMs, addedAtMs } = connection
  const lastMs = schedule.kind === 'every' ? (lastSyncAtMs ?? 0) : 0
  return Math.max(scheduledAtMs ?? 0, lastMs, addedAtMs)
}

export const isPattern = (pattern: string, timeZone: string): boolean =>
  cronOf(pattern, timeZone)?.nextRun(new Date(0)) instanceof Date

/** The moments at which it would begin, for a person to read. */
export function previewRuns(schedule: Schedule, since: Since, count: number): number[] {
  const runs: number[] = []
  let sinceMs = since.sinceMs
  while (runs.length < count) {
    const next = nextRun(schedule, { ...since, sinceMs })
    if (next === null) break
    runs.push(next)
    sinceMs = next
  }
  return runs
}

/** Five fields, as people write them: seconds and years would only be mistakes. */
export function cronOf(pattern: string, timezone: string): Cron | null {
  if (pattern.trim().split(/\s+/).length !== 5) return null
  try {
    return new Cron(pattern, { timezone, paused: true })
  } catch {
    return null
  }
}

type Quiet = { from: string; to: string } | null

/** What falls into the quiet hours begins when they end; equal ends mean that there are none. */
function afterQuiet(ms: number, quiet: Quiet, timeZone: string): number {
  if (!quiet || quiet.from === quiet.to) return ms
  const [from, to, now] = [minutesOf(quiet.from), minutesOf(quiet.to), localMinutes(ms, timeZone)]
  const isInside = from < to ? now >= from && now < to : now >= from || now < to
  if (!isInside) return ms
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS + ((to - now + DAY_MINUTES) % DAY_MINUTES) * MINUTE_MS
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

const localMinutes = (ms: number, timeZone: string): number =>
  minutesOf(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(ms),
  )
