import { dayOfNumber, firstDayNumber } from '#main/core/ledger/billing-day.ts'
import { ExactSums } from '#main/core/ledger/exact-sums.ts'
import type { KeyTable } from '#main/core/ledger/key-table.ts'
import { costColumns, type Segment } from '#main/core/ledger/segment.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { DaySum } from '../protocol.ts'

const DAYS = 32

export type ServiceSum = {
  service: string
  currency: string
  lines: number
  billed: bigint
  effective: bigint
}

/** Sums of segments by day and by service, exact, taken when a segment is whole. */
export class DaySums {
  readonly #keys: KeyTable
  readonly #days = new Map<string, DaySum>()
  readonly #billed = new ExactSums()
  readonly #effective = new ExactSums()
  #serviceLines = new Float64Array(64)

  constructor(keys: KeyTable) {
    this.#keys = keys
  }

  add(segment: Segment, month: number): void {
    const { key, day } = segment.indexes
    const { currencies, services, currencyOf, serviceOf } = this.#keys
    const ofDay = new Int32Array(segment.lines)
    const ofService = new Int32Array(segment.lines)
    const lines = new Float64Array(DAYS * currencies.length)
    this.#growServices(services.length)
    for (let i = 0; i < segment.lines; i += 1) {
      const number = key[i] as number
      const group = currencyOf.get(number) * DAYS + (day[i] as number)
      const service = serviceOf.get(number)
      ofDay[i] = group
      ofService[i] = service
      lines[group] = (lines[group] as number) + 1
      this.#serviceLines[service] = (this.#serviceLines[service] as number) + 1
    }
    this.#billed.add(segment.numbers.billed, ofService, services.length)
    this.#effective.add(segment.numbers.effective, ofService, services.length)
    const sums = costColumns.map((name) => {
      const of = new ExactSums()
      of.add(segment.numbers[name], ofDay, lines.length)
      return of
    })
    for (let group = 0; group < lines.length; group += 1) {
      if (lines[group] === 0) continue
      const currency = currencies[Math.floor(group / DAYS)] as Currency
      const entry = this.#entry(segment.account, firstDayNumber(month) + (group % DAYS) - 1, currency)
      entry.lines += lines[group] ?? 0
      costColumns.forEach((name, i) => {
        entry[name] += sums[i]?.of(group) ?? 0n
      })
    }
  }

  days(): DaySum[] {
    return [...this.#days.values()].sort(
      (a, b) => a.account - b.account || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) || compare(a, b),
    )
  }

  services(): ServiceSum[] {
    return this.#keys.services.map(({ service, currency }, i) => ({
      service,
      currency,
      lines: this.#serviceLines[i] ?? 0,
      billed: this.#billed.of(i),
      effective: this.#effective.of(i),
    }))
  }

  #entry(account: number, dayNumber: number, currency: Currency): DaySum {
    const id = `${account} ${dayNumber} ${currency}`
    let entry = this.#days.get(id)
    if (!entry) {
      const zero = { billed: 0n, effective: 0n, list: 0n, contracted: 0n }
      entry = { account, day: dayOfNumber(dayNumber), currency, lines: 0, ...zero }
      this.#days.set(id, entry)
    }
    return entry
  }

  #growServices(count: number): void {
    if (count <= this.#serviceLines.length) return
    const lines = new Float64Array(Math.max(count, this.#serviceLines.length * 2))
    lines.set(this.#serviceLines)
    this.#serviceLines = lines
  }
}

const compare = (a: DaySum, b: DaySum): number =>
  a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0
