import type { Provider } from '#shared/contract/values.ts'
import type { Day } from '#shared/lib/day.ts'

const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 86_400_000

/** Russian clouds bill by Moscow days, which have kept UTC+3 since 2014; all others by days of UTC. */
const OFFSET_HOURS: Partial<Record<Provider, number>> = {
  yandex: 3,
  selectel: 3,
  vk: 3,
  beget: 3,
  timeweb: 3,
}

export const billingOffsetMs = (provider: Provider): number => (OFFSET_HOURS[provider] ?? 0) * MS_PER_HOUR

/** The number of the billing day (days since 1970-01-01) in which an instant lies. */
export const billingDayNumber = (ms: number, offsetMs: number): number =>
  Math.floor((ms + offsetMs) / MS_PER_DAY)

export const dayOfNumber = (number: number): Day =>
  new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day

export const numberOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY

/** For day numbers from 1970 on: the month (counted from January 1970) and the day of it. */
export class Calendar {
  readonly monthOf: Int16Array
  readonly dateOf: Uint8Array

  constructor(lastDay: Day) {
    const days = numberOfDay(lastDay) + 1
    this.monthOf = new Int16Array(days)
    this.dateOf = new Uint8Array(days)
    let month = 0
    for (let first = 0; first < days; month += 1) {
      const next = Date.UTC(1970, month + 1, 1) / MS_PER_DAY
      for (let at = first; at < next && at < days; at += 1) {
        this.monthOf[at] = month
        this.dateOf[at] = at - first + 1
      }
      first = next
    }
  }
}

export const monthText = (month: number): string =>
  `${1970 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

export const firstDayNumber = (month: number): number => Date.UTC(1970, month, 1) / MS_PER_DAY
