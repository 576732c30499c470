import type { Currency } from '#shared/lib/currency.ts'
import { addDays, type Day, daysBetween, daysOf, weekdayOf } from '#shared/lib/day.ts'
import { hashOf } from './random.ts'
import type { DemoRate } from './shape.ts'
import { historyDays } from './timeline.ts'

/** A little before the first bill, so that its first day has a rate. */
const LEAD_DAYS = 10
const WAVE_DAYS = 170
const EPOCH = '2020-01-01' as Day

/** From Tuesday to Saturday: set on a working day for the day after it. A day decides its rate, whenever it is asked. */
export function ratesOf(
  rates: readonly DemoRate[],
  anchor: Day,
): { currency: Currency; day: Day; nominal: number; value: string }[] {
  const days = daysOf(addDays(anchor, -historyDays(anchor) - LEAD_DAYS), anchor)
  return rates.flatMap((rate) =>
    days
      .filter((day) => weekdayOf(day) >= 2 && weekdayOf(day) <= 6)
      .map((day) => ({ currency: rate.currency, day, nominal: rate.nominal, value: valueOn(rate, day) })),
  )
}

/** Whole numbers throughout: the same on every machine. */
function valueOn({ currency, middle, thousandths }: DemoRate, day: Day): string {
  const at = (daysBetween(EPOCH, day) + (hashOf(currency) % WAVE_DAYS)) % WAVE_DAYS
  const half = WAVE_DAYS / 2
  const drift = Math.floor((middle * thousandths * (Math.abs(at - half) * 2 - half)) / (1000 * half))
  const noise = Math.floor((middle * ((hashOf(`${currency} ${day}`) % 801) - 400)) / 100_000)
  const value = middle + drift + noise
  return `${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}`
}
