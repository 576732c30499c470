import { inOrder } from './key-sides.ts'
import { Numbers } from './numbers.ts'
import type { LineDetail } from './segment.ts'

/** Beyond it what was kept is forgotten: details that come again are written again. */
const MAX_KEPT_CHARS = 32_000_000
const MS_PER_DAY = 86_400_000

/** Details in one order of fields, so that equal ones are written alike. */
const inForm = (detail: LineDetail): LineDetail => ({
  invoiceId: detail.invoiceId,
  invoiceDetailId: detail.invoiceDetailId,
  billingPeriodStart: detail.billingPeriodStart,
  billingPeriodEnd: detail.billingPeriodEnd,
  listUnitPrice: detail.listUnitPrice,
  contractedUnitPrice: detail.contractedUnitPrice,
  pricingCurrencyListUnitPrice: detail.pricingCurrencyListUnitPrice,
  pricingCurrencyContractedUnitPrice: detail.pricingCurrencyContractedUnitPrice,
  pricingCurrencyEffectiveCost: detail.pricingCurrencyEffectiveCost,
  extra: inOrder(detail.extra),
})

const dayNumber = (instant: string | null, otherwise: number): number => {
  const ms = instant === null ? Number.NaN : Date.parse(instant)
  return Number.isNaN(ms) ? otherwise : Math.floor(ms / MS_PER_DAY)
}

const FIRST_EVER = -0x7fffffff
const LAST_EVER = 0x7fffffff

/** Gives details their numbers, and remembers what has not been told yet. */
export class DetailTable {
  count = 0
  /** The billing period of each as day numbers: a charge that begins outside of it belongs to another month. */
  readonly periodFrom = new Numbers()
  readonly periodTo = new Numbers()
  #fresh: LineDetail[] = []
  #numbers = new Map<string, number>()
  #chars = 0

  number(detail: LineDetail): number {
    const entry = inForm(detail)
    const text = JSON.stringify(entry)
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    if (this.#chars > MAX_KEPT_CHARS) {
      this.#numbers = new Map()
      this.#chars = 0
    }
    const number = this.count
    this.count += 1
    this.#numbers.set(text, number)
    this.#chars += text.length
    this.#fresh.push(entry)
    this.periodFrom.set(number, dayNumber(entry.billingPeriodStart, FIRST_EVER))
    this.periodTo.set(number, dayNumber(entry.billingPeriodEnd, LAST_EVER))
    return number
  }

  get freshCount(): number {
    return this.#fresh.length
  }

  takeFresh(): { first: number; entries: LineDetail[] } {
    const entries = this.#fresh
    this.#fresh = []
    return { first: this.count - entries.length, entries }
  }
}
