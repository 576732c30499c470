import type { KeyColumnName } from '#main/core/ledger/key-columns.ts'
import type { TextColumn } from '#main/core/ledger/text-column.ts'
import type { CubeDimension } from '#main/ports/ledger.ts'
import type { InventoryFacts } from './inventory-facts.ts'

/** Charge keys by number: those of a parcel, or those of the lines that APIs told. */
export type KeySet = {
  readonly size: number
  column(name: KeyColumnName): TextColumn
  /** The inventory's numbers of their resources. */
  resources(): TextColumn
  /** What the inventory knows of those now. */
  facts(): InventoryFacts
  /** Where keys are told apart by what they do not have themselves: of which each is one (null: of its own number). */
  readonly base?: { keys: KeySet; of: Int32Array | null }
  readonly invoices?: TextColumn
}

/** What keys are told apart by; virtual tags are asked for by stretches of days besides (worked-columns). */
export type KeyDimension = CubeDimension | 'resourceRef' | 'inventoryId' | 'inventoryName'
