import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { KeySet } from '../ledger/key-set.ts'

/** What makes two lines of different deliveries the same cost; names may change without its being another. */
const SAME = [
  'connectionId',
  'currency',
  'subAccount',
  'service',
  'region',
  'resourceRef',
  'sku',
  'chargeCategory',
] as const satisfies readonly KeyColumnName[]

/** Where a line names neither a resource nor a product, its words are all that it has. */
const WORDS = ['skuName', 'chargeDescription'] as const satisfies readonly KeyColumnName[]

type Identity = {
  connectionId: string
  currency: Currency
  service: string
  sku: string | null
  resource: string | null
}

/** Costs by number, shared by all sets of keys that were looked at. */
export class Identities {
  readonly all: Identity[] = []
  readonly #numbers = new Map<string, number>()

  ofKeys(keys: KeySet): Int32Array {
    const same = SAME.map((name) => keys.column(name))
    const words = WORDS.map((name) => keys.column(name))
    const name = keys.column('resourceName')
    const textAt = (column: (typeof same)[number] | undefined, key: number): string | null =>
      column?.texts[(column.places[key] ?? 0) - 1] ?? null
    return Int32Array.from({ length: keys.size }, (_, key) => {
      const said = same.map((column) => textAt(column, key))
      const [connectionId, currency, , service, , resourceRef, sku] = said
      if (!connectionId || !currency) return -1
      const told = words.map((column) => textAt(column, key))
      const isNamed = resourceRef !== null || sku !== null
      // Neither stands in a text that can be read.
      const id = [...said, ...(isNamed ? [] : told)].map((text) => text ?? '\u0001').join('\u0000')
      const known = this.#numbers.get(id)
      if (known !== undefined) return known
      this.#numbers.set(id, this.all.length)
      return (
        this.all.push({
          connectionId,
          currency: currency as Currency,
          service: service ?? '',
          sku: told[0] ?? sku ?? told[1] ?? null,
          resource: textAt(name, key) ?? resourceRef ?? null,
        }) - 1
      )
    })
  }
}
