import type { KeyFields } from './line.ts'
import { collectTexts, type TextColumn } from './text-column.ts'

/** What a key has by itself; `tags` and everything in `more` have columns of their own besides. */
export const plainKeyFields = [
  'provider',
  'billingAccount',
  'subAccount',
  'serviceCategory',
  'service',
  'region',
  'zone',
  'resourceRef',
  'resourceName',
  'resourceType',
  'sku',
  'skuName',
  'chargeCategory',
  'chargeClass',
  'chargeFrequency',
  'chargeDescription',
  'pricingCategory',
  'pricingUnit',
  'consumedUnit',
  'commitmentId',
  'currency',
] as const satisfies readonly (keyof KeyFields)[]

/** The names of columns of keys: the fields that have one value, JSON of all tags, and `+Name` for what is in `more`. */
export type KeyColumnName = (typeof plainKeyFields)[number] | 'connectionId' | 'tags' | `+${string}`

/** Keys as columns by name; a column that all of them lack is left out. */
export function keyColumnsOf(
  keys: readonly KeyFields[],
  connectionIds: readonly string[],
): Map<KeyColumnName, TextColumn> {
  const columns = new Map<KeyColumnName, TextColumn>()
  const add = (name: KeyColumnName, of: (key: KeyFields, index: number) => string | null): void => {
    const column = collectTexts(keys, of)
    if (column.texts.length > 0) columns.set(name, column)
  }
  add('connectionId', (_, index) => connectionIds[index] ?? null)
  for (const name of plainKeyFields) add(name, (key) => key[name])
  add('tags', ({ tags }) => (tags ? JSON.stringify(tags) : null))
  const others = new Set<string>()
  for (const { more } of keys) if (more) for (const name in more) others.add(name)
  for (const name of others) add(`+${name}`, ({ more }) => more?.[name] ?? null)
  return columns
}

/** A key again, from the texts of its columns by name. */
export function keyFrom(names: Iterable<string>, textOf: (name: string) => string | null): KeyFields {
  const fields: Record<string, unknown> = { more: null }
  for (const name of plainKeyFields) fields[name] = textOf(name)
  const tags = textOf('tags')
  fields.tags = tags === null ? null : JSON.parse(tags)
  const more: Record<string, string> = {}
  for (const name of names) {
    const text = name.startsWith('+') ? textOf(name) : null
    if (text !== null) more[name.slice(1)] = text
  }
  if (Object.keys(more).length > 0) fields.more = more
  return fields as KeyFields
}
