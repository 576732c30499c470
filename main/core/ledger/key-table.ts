import { billingOffsetMs } from './billing-day.ts'
import { joinSides, type OwnerSide, type PriceSide } from './key-sides.ts'
import type { KeyFields } from './line.ts'
import { Numbers } from './numbers.ts'
import { PairTable } from './pair-table.ts'
import type { FileAccount } from './segment.ts'

/** Texts kept to know halves again. Beyond it all are forgotten: a key that comes again has another number, no harm. */
const MAX_KEPT_CHARS = 64_000_000

const UNKNOWN = -1

type FreshKey = { account: number; fields: KeyFields }

/** Gives keys, accounts and what sums are grouped by their numbers, and remembers what has not been told yet. */
export class KeyTable {
  /** Numbers of halves hold for one generation. */
  generation = 0
  readonly accounts: FileAccount[] = []
  /** What a line's amount is summed under: each service in each currency. */
  readonly services: { service: string; currency: string }[] = []
  readonly currencies: string[] = []
  /** By key. */
  readonly serviceOf = new Numbers()
  readonly currencyOf = new Numbers()
  /** By owner side; its account is known from its first key on. */
  readonly accountOf = new Numbers()
  readonly offsetOf = new Numbers()
  /** By price side, known from its first key on. */
  readonly #serviceOfPrice = new Numbers()
  readonly #currencyOfPrice = new Numbers()
  count = 0
  #fresh: FreshKey[] = []
  #owners: OwnerSide[] = []
  #prices: PriceSide[] = []
  #ownerNumbers = new Map<string, number>()
  #priceNumbers = new Map<string, number>()
  #pairs = new PairTable()
  #chars = 0
  readonly #maxChars: number
  readonly #accountNumbers = new Map<string, number>()
  readonly #serviceNumbers = new Map<string, number>()

  constructor(maxChars = MAX_KEPT_CHARS) {
    this.#maxChars = maxChars
  }

  owner(side: OwnerSide): number {
    const text = JSON.stringify(side)
    const known = this.#ownerNumbers.get(text)
    if (known !== undefined) return known
    const number = this.#owners.length
    this.#owners.push(side)
    this.#ownerNumbers.set(text, number)
    this.#chars += text.length
    this.accountOf.set(number, UNKNOWN)
    this.offsetOf.set(number, billingOffsetMs(side.provider))
    return number
  }

  price(side: PriceSide): number {
    const text = JSON.stringify(side)
    const known = this.#priceNumbers.get(text)
    if (known !== undefined) return known
    const number = this.#prices.length
    this.#prices.push(side)
    this.#serviceOfPrice.set(number, UNKNOWN)
    this.#priceNumbers.set(text, number)
    this.#chars += text.length
    return number
  }

  currencyOfPrice(price: number): string {
    return this.#prices[price]?.currency ?? ''
  }

  key(owner: number, price: number): number {
    const known = this.#pairs.find(owner, price)
    if (known >= 0) return known
    const [left, right] = [this.#owners[owner], this.#prices[price]]
    if (!left || !right) throw new RangeError('no such half of a key')
    if (this.accountOf.get(owner) === UNKNOWN) this.accountOf.set(owner, this.#account(left))
    const number = this.count
    this.count += 1
    this.#pairs.put(owner, price, number)
    if (this.#serviceOfPrice.get(price) === UNKNOWN) {
      this.#serviceOfPrice.set(price, this.#service(right))
      this.#currencyOfPrice.set(price, this.#currency(right.currency))
    }
    this.currencyOf.set(number, this.#currencyOfPrice.get(price))
    this.serviceOf.set(number, this.#serviceOfPrice.get(price))
    this.#fresh.push({ account: this.accountOf.get(owner), fields: joinSides(left, right) })
    return number
  }

  get freshCount(): number {
    return this.#fresh.length
  }

  /** Keys that came since it was asked last. */
  takeFresh(): { first: number; keys: FreshKey[] } {
    const keys = this.#fresh
    this.#fresh = []
    return { first: this.count - keys.length, keys }
  }

  /** Between two lines: forgets the halves when they have become too many. */
  forgetIfMany(): void {
    if (this.#chars < this.#maxChars) return
    this.generation += 1
    this.#owners = []
    this.#prices = []
    this.#ownerNumbers = new Map()
    this.#priceNumbers = new Map()
    this.#pairs = new PairTable()
    this.#chars = 0
  }

  #account(side: OwnerSide): number {
    const text = `${side.provider}\n${side.billingAccount}`
    const known = this.#accountNumbers.get(text)
    if (known !== undefined) return known
    const number = this.accounts.length
    this.#accountNumbers.set(text, number)
    this.accounts.push({
      provider: side.provider,
      accountRef: side.billingAccount,
      accountName: side.more?.BillingAccountName ?? null,
    })
    return number
  }

  #currency(currency: string): number {
    const known = this.currencies.indexOf(currency)
    return known >= 0 ? known : this.currencies.push(currency) - 1
  }

  #service({ service, currency }: PriceSide): number {
    const text = `${currency}${service}`
    const known = this.#serviceNumbers.get(text)
    if (known !== undefined) return known
    const number = this.services.push({ service, currency }) - 1
    this.#serviceNumbers.set(text, number)
    return number
  }
}
