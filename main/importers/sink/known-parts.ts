import type { DetailTable } from '#main/core/ledger/detail-table.ts'
import { ownerSideOf, priceSideOf } from '#main/core/ledger/key-sides.ts'
import type { KeyTable } from '#main/core/ledger/key-table.ts'
import type { KeyFields } from '#main/core/ledger/line.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'

type Halves = { generation: number; owner: number; price: number }

/** An importer that hands the same object over again means the same: what was numbered once is not written out anew. */
export class KnownParts {
  readonly #keys: KeyTable
  readonly #details: DetailTable
  readonly #halves = new WeakMap<KeyFields, Halves>()
  readonly #numbers = new WeakMap<LineDetail, number>()

  constructor(keys: KeyTable, details: DetailTable) {
    this.#keys = keys
    this.#details = details
  }

  halves(key: KeyFields): Halves {
    const { generation } = this.#keys
    let halves = this.#halves.get(key)
    if (halves?.generation === generation) return halves
    halves = {
      generation,
      owner: this.#keys.owner(ownerSideOf(key)),
      price: this.#keys.price(priceSideOf(key)),
    }
    this.#halves.set(key, halves)
    return halves
  }

  detail(detail: LineDetail): number {
    let number = this.#numbers.get(detail)
    if (number === undefined) {
      number = this.#details.number(detail)
      this.#numbers.set(detail, number)
    }
    return number
  }
}
