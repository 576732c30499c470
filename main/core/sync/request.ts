import { addDays, type Day, dayInZone, firstOfMonth } from '#shared/lib/day.ts'

type Since = { nowMs: number; zone: string; lastToldDay: Day | null; lastSyncAtMs: number | null }

/** Corrections of a month that has ended arrive in the first days of the next. */
const LATE_DAYS = 10
const USAGE_DAYS = 30
/** Before the present one, so that whole months can be compared from the first day on. */
const FIRST_MONTHS = 2

/**
 * What a sync asks for. The first one: this month and two before it. Later ones: the last days; the first of each day
 * reads the month anew, since bills are corrected afterwards.
 */
export function requestFor({ nowMs, zone, lastToldDay, lastSyncAtMs }: Since) {
  const today = dayInZone(nowMs, zone)
  const lastSyncDay = lastSyncAtMs === null ? null : dayInZone(lastSyncAtMs, zone)
  const usageStart = addDays(today, 1 - USAGE_DAYS)
  return {
    chargesFrom: chargesFrom(today, lastToldDay, lastSyncDay),
    chargesTo: today,
    usageFrom: lastSyncDay === null ? usageStart : latest(addDays(lastSyncDay, -1), usageStart),
  }
}

function chargesFrom(today: Day, lastToldDay: Day | null, lastSyncDay: Day | null): Day {
  if (lastToldDay === null) return monthStart(today, FIRST_MONTHS)
  const recent = earliest(addDays(lastToldDay, -2), today)
  if (lastSyncDay === today) return recent
  return earliest(recent, monthStart(today, Number(today.slice(8)) <= LATE_DAYS ? 1 : 0))
}

function monthStart(day: Day, monthsBack: number): Day {
  let first = firstOfMonth(day)
  for (let month = 0; month < monthsBack; month += 1) first = firstOfMonth(addDays(first, -1))
  return first
}

const earliest = (a: Day, b: Day): Day => (a < b ? a : b)
const latest = (a: Day, b: Day): Day => (a > b ? a : b)
