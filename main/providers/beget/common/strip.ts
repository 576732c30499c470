import { isSecretName } from '#shared/lib/redact.ts'
import { isRecord } from './shapes.ts'

/**
 * What may be kept of a provider's record, named field by field: Beget puts keys and passwords between the facts, and
 * what it adds tomorrow is not known today. `true` keeps plain values and lists of them, never anything nested.
 */
export type Keep = { readonly [field: string]: true | Keep }

const MAX_TEXT = 500
const MAX_ITEMS = 50

export function strip(record: unknown, keep: Keep): Record<string, unknown> {
  if (!isRecord(record)) return {}
  const kept: Record<string, unknown> = {}
  for (const [field, below] of Object.entries(keep)) {
    if (isSecretName(field) || !Object.hasOwn(record, field)) continue
    const value = below === true ? plain(record[field]) : nested(record[field], below)
    if (value !== undefined) kept[field] = value
  }
  return kept
}

function nested(value: unknown, keep: Keep): unknown {
  if (!Array.isArray(value)) return isRecord(value) ? strip(value, keep) : undefined
  return value
    .slice(0, MAX_ITEMS)
    .filter(isRecord)
    .map((item) => strip(item, keep))
}

function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return scalar(value)
  return value
    .slice(0, MAX_ITEMS)
    .map(scalar)
    .filter((item) => item !== undefined)
}

function scalar(value: unknown): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value
  return typeof value === 'object' ? undefined : value
}
