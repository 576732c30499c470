import { dayOfNumber } from '#main/core/ledger/billing-day.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { DaySum } from '../protocol.ts'

const MAX_DAYS = 400

/** Days that lines of a longer period stand for, though they are counted on its first day. */
export class CoveredDays {
  readonly #days = new Map<string, { account: number; currency: Currency; day: number }>()
  #last = ''

  add(account: number, currency: string, firstDay: number, lastDay: number): void {
    const said = `${account} ${currency} ${firstDay} ${lastDay}`
    if (said === this.#last) return
    this.#last = said
    for (let day = firstDay; day <= Math.min(lastDay, firstDay + MAX_DAYS); day += 1)
      this.#days.set(`${account} ${currency} ${day}`, { account, currency: currency as Currency, day })
  }

  /** The sums of days, with those that have no line of their own among them. */
  addTo(sums: readonly DaySum[]): DaySum[] {
    if (this.#days.size === 0) return [...sums]
    const there = new Set(sums.map(({ account, currency, day }) => `${account} ${currency} ${day}`))
    const zero = { lines: 0, billed: 0n, effective: 0n, list: 0n, contracted: 0n }
    const added = [...this.#days.values()]
      .map(({ account, currency, day }) => ({ account, currency, day: dayOfNumber(day), ...zero }))
      .filter(({ account, currency, day }) => !there.has(`${account} ${currency} ${day}`))
    return [...sums, ...added].sort(
      (a, b) =>
        a.account - b.account || (a.day < b.day ? -1 : a.day > b.day ? 1 : a.currency < b.currency ? -1 : 1),
    )
  }
}
