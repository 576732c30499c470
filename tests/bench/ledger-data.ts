import type { KeyFields } from '#main/core/ledger/line.ts'
import type { Segment } from '#main/core/ledger/segment.ts'
import type { Provider } from '#shared/contract/values.ts'
import { keyFields } from '#tests/support/parcels.ts'
import { randomNumbers } from '#tests/support/random.ts'

/** Thirteen months of ten accounts: what the ledger and DuckDB are both filled with. */
export const MONTHS = Array.from({ length: 13 }, (_, at) => {
  const month = (at + 10) % 12
  return `${at < 2 ? 2025 : 2026}-${String(month + 1).padStart(2, '0')}`
})
const DAYS = [30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30]

const PROVIDERS: Provider[] = [
  'aws',
  'aws',
  'aws',
  'yandex',
  'yandex',
  'selectel',
  'vk',
  'azure',
  'gcp',
  'timeweb',
]
const CURRENCIES = ['USD', 'USD', 'USD', 'RUB', 'RUB', 'RUB', 'RUB', 'EUR', 'USD', 'KZT'] as const
const CATEGORIES = ['Compute', 'Storage', 'Networking', 'Databases', 'AI and Machine Learning']

export const ACCOUNTS = PROVIDERS.map((provider, at) => ({
  provider,
  accountRef: `account-${at}`,
  accountName: `Счёт ${at}`,
  currency: CURRENCIES[at] ?? 'RUB',
}))
export const RESOURCES_PER_ACCOUNT = 5000
const KEYS_PER_RESOURCE = 2
export const KEYS_PER_ACCOUNT = RESOURCES_PER_ACCOUNT * KEYS_PER_RESOURCE

/** Key `number` of an account: a resource, and one of the two things that are sold with it. */
export function keyOf(account: number, number: number): KeyFields {
  const resource = Math.floor(number / KEYS_PER_RESOURCE)
  const service = (resource * 7 + account) % 80
  const isCredit = number % 97 === 0
  const id = account * RESOURCES_PER_ACCOUNT + resource
  return keyFields({
    provider: PROVIDERS[account] ?? 'other',
    billingAccount: `account-${account}`,
    subAccount: `sub-${account * 6 + (resource % 6)}`,
    serviceCategory: CATEGORIES[service % CATEGORIES.length] ?? 'Other',
    service: `Service ${service}`,
    region: `region-${(resource * 3 + account) % 25}`,
    resourceRef: `arn:cloud:resource/${String(id).padStart(6, '0')}`,
    resourceName: `machine-${id}`,
    resourceType: `Type ${service % 12}`,
    sku: `sku-${service}-${number % KEYS_PER_RESOURCE}`,
    skuName: `Product ${service} of kind ${number % KEYS_PER_RESOURCE}`,
    chargeCategory: isCredit ? 'Credit' : 'Usage',
    chargeDescription: `Hours of Product ${service}`,
    currency: CURRENCIES[account] ?? 'RUB',
    tags: {
      team: `team-${(resource * 11) % 40}`,
      env: ['prod', 'stage', 'dev'][resource % 3] ?? 'prod',
      app: `app-${resource % 500}`,
    },
    more: { SubAccountName: `Sub-account ${account * 6 + (resource % 6)}` },
  })
}

export type MonthOfAccount = {
  segment: Segment
  days: Uint8Array
  keys: Int32Array
  billed: Float64Array
  effective: Float64Array
  scale: number
}

/** Amounts as each provider states them: dollars to ten places, roubles to two. */
export function monthOf(at: number, account: number, lines: number): MonthOfAccount {
  const next = randomNumbers(at * 100 + account + 1)
  const isFine = CURRENCIES[account] !== 'RUB' && CURRENCIES[account] !== 'KZT'
  const scale = isFine ? 10 : 2
  const most = isFine ? 400_000_000_000 : 500_000
  const days = new Uint8Array(lines)
  const keys = new Int32Array(lines)
  const billed = new Float64Array(lines)
  const effective = new Float64Array(lines)
  let bits = 0
  for (let i = 0; i < lines; i += 1) {
    const day = 1 + next(DAYS[at] ?? 28)
    const key = next(KEYS_PER_ACCOUNT)
    days[i] = day
    bits |= 1 << (day - 1)
    keys[i] = key
    const amount = next(most) * (key % 97 === 0 ? -1 : 1)
    billed[i] = amount
    effective[i] = Math.trunc(amount * 0.8)
  }
  const numbers = (values: Float64Array) => ({ kind: 'scaled' as const, scale, nulls: null, values })
  const zeros = new Int32Array(lines)
  const segment: Segment = {
    account,
    month: MONTHS[at] ?? '',
    lines,
    days: bits,
    numbers: {
      billed: numbers(billed),
      effective: numbers(effective),
      list: numbers(billed),
      contracted: numbers(billed),
      consumedQuantity: { kind: 'scaled', scale: 0, nulls: null, values: zeros.map((_, i) => i % 500) },
    },
    indexes: {
      day: days,
      key: keys,
      detail: new Uint16Array(lines),
      startSecond: zeros,
      seconds: new Int32Array(lines).fill(86_400),
      sourceLine: zeros.map((_, i) => i + 2),
    },
  }
  return { segment, days, keys, billed, effective, scale }
}
