import type { InventoryItem, Price } from '#main/core/model/findings.ts'
import { cleanName } from '#main/core/model/raw.ts'
import type { ResourceAttributes } from '#main/core/model/resource.ts'
import type { ResourceStatus } from '#shared/contract/resources.ts'

/**
 * `isPriceUnread`: the record states a price that cannot be read. Shown without a price it would look free, and its
 * last good price would be gone: such an item is not told, and stays as it was last seen.
 */
export type Finding = { item: InventoryItem; isPriceUnread: boolean }

/** What other lists tell of a record: its project's name, and the price of its preset where it states none itself. */
export type Names = {
  projects: ReadonlyMap<string, string>
  prices: ReadonlyMap<string, Price>
}

type Sure = 'ref' | 'name' | 'type' | 'kind' | 'service' | 'raw'

export const itemOf = (given: Pick<InventoryItem, Sure> & Partial<InventoryItem>): InventoryItem => ({
  region: null,
  zone: null,
  status: 'running',
  project: null,
  createdAtMs: null,
  price: null,
  attachedTo: null,
  attributes: {},
  tags: [],
  ...given,
})

type Value = string | number | boolean | readonly string[] | null | undefined

/** Only what is known: no empty texts, no "no". Texts become fit for a list. */
export function known(values: Readonly<Record<string, Value>>): ResourceAttributes {
  const attributes: ResourceAttributes = {}
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') {
      const text = cleanName(value, '')
      if (text !== '') attributes[name] = text
    } else if (typeof value === 'object' && value !== null) {
      const list = value.map((text) => cleanName(text, '')).filter((text) => text !== '')
      if (list.length > 0) attributes[name] = list.slice(0, MAX_LIST)
    } else if (value !== null && value !== undefined && value !== false) attributes[name] = value
  }
  return attributes
}

const MAX_LIST = 50

/** The first that says anything. */
export const firstText = (...values: (string | null)[]): string | null =>
  values.find((value) => value !== null && value.trim() !== '') ?? null

/** A word of the provider's in any case; what is new to us is unknown, and the item stays. */
export const statusOf = (
  words: Readonly<Record<string, ResourceStatus>>,
  word: string | null,
): ResourceStatus => (word === null ? 'unknown' : (words[word.toUpperCase()] ?? 'unknown'))
