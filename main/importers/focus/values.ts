import type { KeyFields } from '#main/core/ledger/line.ts'
import type { Provider } from '#shared/contract/values.ts'

const NULLS = new Set(['null', 'n/a', 'na', 'none', '\\n'])

/** Trimmed; null for what stands for nothing in one export or another. */
export function orNull(text: string | null | undefined): string | null {
  const value = text?.trim() ?? ''
  return value === '' || (value.length <= 4 && NULLS.has(value.toLowerCase())) ? null : value
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i

/** An instant in UTC milliseconds; a time without a zone is UTC, as FOCUS has it. NaN where it is none. */
export function readInstant(text: string): number {
  const match = INSTANT.exec(text)
  if (!match) return Number.NaN
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z'] = match
  const ms = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
  const isReal =
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day) &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(hour) <= 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  if (!isReal || Number(year) < 100) return Number.NaN
  const offset = /^[+-]/.test(zone)
    ? (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
    : 0
  return ms + Math.trunc(Number(`0.${fraction}`) * 1000) - offset * 60_000
}

export const instantText = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '')

const choose = <T extends string>(values: Record<string, T>) => {
  return (text: string): T | null => values[letters(text)] ?? null
}

export const chargeCategory = choose<KeyFields['chargeCategory']>({
  usage: 'Usage',
  purchase: 'Purchase',
  tax: 'Tax',
  credit: 'Credit',
  adjustment: 'Adjustment',
})

export const chargeClass = choose<'Correction'>({ correction: 'Correction' })

export const chargeFrequency = choose<'One-Time' | 'Recurring' | 'Usage-Based'>({
  onetime: 'One-Time',
  recurring: 'Recurring',
  usagebased: 'Usage-Based',
})

const pricingCategories = choose({
  standard: 'Standard',
  ondemand: 'Standard',
  dynamic: 'Dynamic',
  spot: 'Dynamic',
  committed: 'Committed',
  commitmentbased: 'Committed',
  other: 'Other',
})

export const pricingCategory = (text: string): string => pricingCategories(text) ?? text

const PROVIDERS: readonly [RegExp, Provider][] = [
  [/\baws\b|amazon/i, 'aws'],
  [/microsoft|azure/i, 'azure'],
  [/google|\bgcp\b/i, 'gcp'],
  [/yandex|яндекс/i, 'yandex'],
  [/^vk\b|\bvk ?cloud|vkcs|mail\.ru|^вк\b|вк ?облак/i, 'vk'],
  [/selectel|селектел/i, 'selectel'],
  [/beget|бегет/i, 'beget'],
  [/timeweb|таймвеб/i, 'timeweb'],
]

const knownProviders = new Map<string, Provider>()
const MAX_KNOWN = 1000

export function providerOf(name: string): Provider {
  const known = knownProviders.get(name)
  if (known) return known
  const found = PROVIDERS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
  if (knownProviders.size < MAX_KNOWN) knownProviders.set(name, found)
  return found
}

/** Tags as FOCUS has them (an object), or as Google's view has them (a list of keys and values); null for anything else. */
export function readTags(text: string): Record<string, string> | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const pairs = Array.isArray(value) ? value.map(pairOf) : Object.entries(value)
  const tags: [string, string][] = []
  for (const pair of pairs) {
    if (!pair) return null
    tags.push([pair[0], tagText(pair[1])])
  }
  // Not by assignment: a tag may be called `__proto__`.
  return Object.fromEntries(tags)
}

const tagText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value ?? '')

function pairOf(entry: unknown): [string, unknown] | null {
  if (typeof entry !== 'object' || entry === null) return null
  const { key, Key, value, Value } = entry as Record<string, unknown>
  const name = key ?? Key
  return typeof name === 'string' ? [name, value ?? Value] : null
}
