import { asc, eq } from 'drizzle-orm'
import { unpackDetails } from '#main/core/ledger/line-details.ts'
import { collectTexts, type TextColumn } from '#main/core/ledger/text-column.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { parcelDetails } from '#main/store/schema/ledger.ts'
import { placedBy } from './derived-columns.ts'
import type { KeySet } from './key-set.ts'

/** The invoice of each detail of a parcel, by the detail's number; `only` where it is one, or none, for all of them. */
type ParcelInvoices = TextColumn & { only: number | null }

export function readInvoices(db: ReadableDb, parcelId: number): ParcelInvoices {
  const blocks = db
    .select({ first: parcelDetails.first, entries: parcelDetails.entries })
    .from(parcelDetails)
    .where(eq(parcelDetails.parcelId, parcelId))
    .orderBy(asc(parcelDetails.first))
    .all()
  const invoices: (string | null)[] = []
  for (const { first, entries } of blocks)
    for (const [at, { invoiceId }] of unpackDetails(entries).entries()) invoices[first + at] = invoiceId
  const column = collectTexts(invoices, (invoice) => invoice ?? null)
  const first = column.places[0] ?? 0
  return { ...column, only: column.places.every((place) => place === first) ? first : null }
}

/** Keys told apart by invoice besides, which is of the line and not of its key; and the number of each row among them. */
export type Invoiced = { keys: KeySet; rowKeys: Int32Array }

const alike = new WeakMap<KeySet, Map<string, KeySet>>()

/** `places` tells the invoice of each row. */
export function invoiced(keys: KeySet, rowKeys: Int32Array, { texts, places }: TextColumn): Invoiced {
  const first = places[0] ?? 0
  if (places.every((place) => place === first))
    return { keys: ofOne(keys, texts[first - 1] ?? null), rowKeys }
  const pairs = new Map<number, number>()
  const of: number[] = []
  const invoices: number[] = []
  const numbers = new Int32Array(rowKeys.length)
  for (let i = 0; i < numbers.length; i += 1) {
    const key = rowKeys[i] as number
    const place = places[i] as number
    const pair = key * (texts.length + 1) + place
    let number = pairs.get(pair)
    if (number === undefined) {
      number = of.push(key) - 1
      invoices.push(place)
      pairs.set(pair, number)
    }
    numbers[i] = number
  }
  const column = { texts, places: Int32Array.from(invoices) }
  return { keys: withInvoices(keys, Int32Array.from(of), column), rowKeys: numbers }
}

/** Every row of one invoice, or of none: keys keep their numbers. */
export function ofOne(keys: KeySet, invoice: string | null): KeySet {
  const known = alike.get(keys) ?? new Map<string, KeySet>()
  alike.set(keys, known)
  const made = known.get(invoice ?? '') ?? withOne(keys, invoice)
  known.set(invoice ?? '', made)
  return made
}

function withOne(keys: KeySet, invoice: string | null): KeySet {
  const texts = invoice === null ? [] : [invoice]
  return {
    size: keys.size,
    column: keys.column,
    resources: keys.resources,
    facts: keys.facts,
    base: { keys, of: null },
    invoices: { texts, places: new Int32Array(keys.size).fill(texts.length) },
  }
}

function withInvoices(keys: KeySet, of: Int32Array, invoices: TextColumn): KeySet {
  return {
    size: of.length,
    column: (name) => placedBy(keys.column(name), of),
    resources: () => placedBy(keys.resources(), of),
    facts: keys.facts,
    base: { keys, of },
    invoices,
  }
}
