import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import { collectTexts, type TextColumn } from '#main/core/ledger/text-column.ts'
import type { LedgerDimension } from '#main/ports/ledger.ts'

/** Charge keys by number: those of a parcel, or those of the lines that APIs told. */
export type KeySet = {
  readonly size: number
  column(name: KeyColumnName): TextColumn
  /** The inventory's numbers of their resources. */
  resources(): TextColumn
}

export type KeyDimension = Exclude<LedgerDimension, 'day' | 'month'>

const NAMES = {
  provider: 'provider',
  connection: 'connectionId',
  subAccount: 'subAccount',
  service: 'service',
  serviceCategory: 'serviceCategory',
  region: 'region',
  zone: 'zone',
  resourceRef: 'resourceRef',
  resourceType: 'resourceType',
  sku: 'sku',
  chargeCategory: 'chargeCategory',
} as const satisfies Record<Exclude<KeyDimension, 'resource' | 'tag'>, KeyColumnName>

export function columnOf(keys: KeySet, dimension: KeyDimension, tagKey = ''): TextColumn {
  if (dimension === 'resource') return keys.resources()
  return dimension === 'tag' ? tagColumn(keys, tagKey) : keys.column(NAMES[dimension])
}

const tagsOf = new WeakMap<TextColumn, Map<string, TextColumn>>()

/** The values of one tag: of many keys the same few sets of tags are looked into once. */
function tagColumn(keys: KeySet, tagKey: string): TextColumn {
  const tags = keys.column('tags')
  const known = tagsOf.get(tags) ?? new Map<string, TextColumn>()
  tagsOf.set(tags, known)
  const found = known.get(tagKey)
  if (found) return found
  const { texts, places } = collectTexts(tags.texts, (json) => tagIn(json, tagKey))
  const made = { texts, places: Int32Array.from(tags.places, (place) => places[place - 1] ?? 0) }
  known.set(tagKey, made)
  return made
}

const tagIn = (json: string, tagKey: string): string | null => {
  const tags = JSON.parse(json) as Record<string, string>
  return Object.hasOwn(tags, tagKey) ? (tags[tagKey] ?? null) : null
}
