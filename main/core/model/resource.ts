import type { PricePeriod } from '#main/core/money/price.ts'
import type { ResourceMark, ResourceStatus, ResourceType } from '#shared/contract/resources.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import type { Money } from '../money/money.ts'

/** What a provider may tell of a resource beyond the common fields; normalised names first. */
export type ResourceAttributes = {
  vcpu?: number
  ramGb?: number
  diskGb?: number
  networkMbps?: number
  address?: string
  os?: string
  renewsOn?: string
  [key: string]: unknown
}

export type ResourceTag = { key: string; value: string }

/** A resource as one look at the account found it. */
export type ResourceState = {
  externalId: string
  name: string
  type: ResourceType
  service: string
  region: string | null
  zone: string | null
  status: ResourceStatus
  owner: string | null
  project: string | null
  businessUnit: string | null
  environment: string | null
  price: { amount: Money; period: PricePeriod } | null
  attributes: ResourceAttributes
  marks?: readonly ResourceMark[]
  tags: readonly ResourceTag[]
}

/**
 * A state as one flat record: `name`, `price`, `attributes.vcpu`, `tags.env`. Fields without a value are left out, so
 * two states are equal exactly when their records are.
 */
export type FlatState = Record<string, unknown>

export function flatten(state: ResourceState): FlatState {
  const { externalId: _, price, attributes, marks, tags, ...plain } = state
  const flat: FlatState = { ...plain }
  if (marks && marks.length > 0) flat.marks = [...marks].sort()
  if (price) {
    const { amount, period } = price
    flat.price = { amount: formatDecimal(amount.femtos), currency: amount.currency, period }
  }
  for (const [key, value] of Object.entries(attributes)) flat[`attributes.${key}`] = value
  for (const { key, value } of tags) flat[`tags.${key}`] = value
  return Object.fromEntries(Object.entries(flat).filter(([, value]) => value !== null && value !== undefined))
}

/** What turns one record into the other: new values by field, null where a field is gone. */
export function changesBetween(before: FlatState, after: FlatState): FlatState {
  const changes: FlatState = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = after[field] ?? null
    if (canonical(before[field] ?? null) !== canonical(value)) changes[field] = value
  }
  return changes
}

/** The record that a chain of changes leads to; the first is the whole state at creation. */
export function replay(chain: readonly FlatState[]): FlatState {
  const state: FlatState = Object.assign({}, ...chain)
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null))
}

/** JSON with sorted keys at every depth: equal values give equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : item,
  )
}
