import type { ResourceStatus, ResourceType } from '#shared/contract/resources.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import type { Day } from '#shared/lib/day.ts'
import type { Money } from '../money/money.ts'
import type { PricePeriod } from '../money/price.ts'
import type { ResourceAttributes, ResourceTag } from './resource.ts'

/*
 * What one look at an account brings, already in our words: the provider's wire shapes end in its normalize.ts.
 * `raw` is the provider's record as JSON text, stripped of secrets and cut to a bound (core/model/raw).
 */

export type Price = { amount: Money; period: PricePeriod }

/**
 * A part of the account that is asked for on its own and can fail on its own: `servers/ru-3/<project>`. What was found
 * in a scope is compared only when the scope answered.
 */
export type Scope = string

/**
 * The scopes of the bill itself are this word, alone or with something after a slash (`billing/hour`): where one of
 * them fails, nothing is said of prices, and what only the bill knows is not taken for gone.
 */
export const BILL_SCOPE = 'billing'

/** Something that the bill names, at its present rate. The bill comes first: whatever costs money is shown. */
export type BilledItem = {
  ref: string
  name: string
  /** The provider's own word for what it is, lower case: `cloud_vm`, `volume_gigabytes_fast`. */
  kind: string
  /** What is counted on it: `compute_cores`, `compute_ram`. */
  metrics: readonly string[]
  service: string
  parentRef: string | null
  region: string | null
  zone: string | null
  project: string | null
  price: Price
  /** Where the inventory would list it if it still existed; null where no inventory lists such things. */
  expectedIn: Scope | null
  raw: string
}

/** Something that an inventory lists. */
export type InventoryItem = {
  ref: string
  name: string
  type: ResourceType
  kind: string
  service: string
  region: string | null
  zone: string | null
  status: ResourceStatus
  project: string | null
  createdAtMs: number | null
  /** Where the inventory itself states it. */
  price: Price | null
  /** The server that a volume, a port or an address belongs to. */
  attachedTo: string | null
  attributes: ResourceAttributes
  tags: readonly ResourceTag[]
  raw: string
}

/** `absent`: the provider has no such service there, which is an answer; `forbidden` and `failed` are not. */
export type ScopeOutcome = {
  scope: Scope
  status: 'done' | 'absent' | 'forbidden' | 'failed'
  /** What a person calls it: the endpoint's code and where it was asked. */
  endpoint: string
  region: string | null
  project: string | null
  found: number
  error: ErrorView | null
}

/** One line of the provider's bill for one day. Every rouble has a `ref`: where the bill names none, a made-up one. */
export type Charge = {
  day: Day
  ref: string
  name: string
  kind: string
  parentRef: string | null
  service: string
  /** FOCUS's ServiceCategory: `Compute`, `Storage`… */
  serviceCategory: string
  region: string | null
  zone: string | null
  project: string | null
  sku: string | null
  skuName: string | null
  unit: string | null
  /** Femtos, like amounts. */
  quantity: bigint | null
  billed: Money
  description: string | null
}

/** Utilisation of one day. `used` and `peak` in the metric's unit: cores, GB, GB, Mbit/s. */
export type Usage = {
  ref: string
  metric: 'cpu' | 'ram' | 'disk' | 'network'
  day: Day
  used: number
  peak: number
  capacity: number
}

/** What the provider says of the account itself. Codes are ours; texts for them stand in the page. */
export type AccountInfo = {
  ref: string
  name: string
  status: 'active' | 'suspended' | 'blocked' | 'unknown'
  plan: string | null
  balance: Money | null
  /** Parts of the balance: `main`, `bonus`, `vk_rub`. */
  balances: readonly { code: string; amount: Money }[]
  daysLeft: number | null
  /** What the account as a whole costs by its plan. */
  daily: Money | null
  monthly: Money | null
  yearly: Money | null
  isYearlyPlan: boolean | null
  /** `limit` null: without a limit. */
  limits: readonly { code: string; used: number; limit: number | null; unit: 'count' | 'mb' }[]
  /** `name`, `cpu`, `memoryMb`, `memoryUsedMb`, `load`, `uptimeDays`. */
  server: readonly { code: string; value: string }[]
  software: readonly { code: string; version: string }[]
}
