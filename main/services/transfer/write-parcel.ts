import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import type { LedgerLine } from '#main/ports/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { keyOf, MOST_SHARED, type PackedLine, type ParcelRecord, type PartRecord } from './records.ts'

export type PartToWrite = Omit<PartRecord, 'is'> & { lines: Iterable<readonly LedgerLine[]> }

const NO_DETAIL: LineDetail = {
  invoiceId: null,
  invoiceDetailId: null,
  billingPeriodStart: null,
  billingPeriodEnd: null,
  listUnitPrice: null,
  contractedUnitPrice: null,
  pricingCurrencyListUnitPrice: null,
  pricingCurrencyContractedUnitPrice: null,
  pricingCurrencyEffectiveCost: null,
  extra: null,
}

const textOf = (record: unknown): string => `${JSON.stringify(record)}\n`

/** The records of a parcel, some hundred lines at a time; `onLines` hears how many there were. */
export function* recordsOf(
  parcel: Omit<ParcelRecord, 'is'>,
  parts: Iterable<PartToWrite>,
  onLines: (count: number) => void,
): Generator<string> {
  yield textOf({ is: 'parcel', ...parcel })
  for (const { lines, ...part } of parts) {
    yield textOf({ is: 'part', ...part })
    const packer = createPacker()
    for (const batch of lines) {
      yield batch.map(packer.pack).join('')
      onLines(batch.length)
    }
    yield textOf({ is: 'end', ...packer.end() })
  }
  yield textOf({ is: 'done' })
}

/** Numbers keys and details as they come, the same ones in the same order whenever the same lines are packed. */
function createPacker() {
  const keys = new Map<number, number>()
  const details = new Map<string, number>()
  let known = new WeakMap<LineDetail, number>()
  const billed = new Map<Currency, bigint>()
  let lines = 0

  /** The reader's memory is as small as ours: it forgets where we do. */
  function forgetIfMany(): string {
    if (keys.size < MOST_SHARED && details.size < MOST_SHARED) return ''
    keys.clear()
    details.clear()
    known = new WeakMap()
    return textOf({ is: 'forget' })
  }

  function pack(line: LedgerLine): string {
    let fresh = forgetIfMany()
    let key = keys.get(line.chargeKeyId)
    if (key === undefined) {
      key = keys.size
      keys.set(line.chargeKeyId, key)
      fresh += textOf({ is: 'key', fields: keyOf(line.key) })
    }
    const own = line.detail ?? NO_DETAIL
    let detail = known.get(own)
    if (detail === undefined) {
      const text = JSON.stringify(own)
      detail = details.get(text)
      if (detail === undefined) {
        detail = details.size
        details.set(text, detail)
        fresh += textOf({ is: 'detail', detail: own })
      }
      known.set(own, detail)
    }
    const currency = line.key.currency as Currency
    billed.set(currency, (billed.get(currency) ?? 0n) + line.billed)
    lines += 1
    const quantity = (femtos: bigint | null): string | null =>
      femtos === null ? null : formatDecimal(femtos)
    const packed: PackedLine = [
      key,
      detail,
      line.startMs,
      line.endMs - line.startMs,
      line.sourceLine ?? 0,
      formatDecimal(line.billed),
      formatDecimal(line.effective),
      formatDecimal(line.list),
      formatDecimal(line.contracted),
      quantity(line.pricingQuantity),
      quantity(line.consumedQuantity),
      quantity(line.commitmentQuantity),
    ]
    return fresh + textOf(packed)
  }

  return {
    pack,
    end: () => ({
      lines,
      billed: [...billed].map(([currency, femtos]) => [currency, formatDecimal(femtos)] as const),
    }),
  }
}

/** Packed in a thread of the system's while the next records are made. */
export async function* packed(records: Iterable<string>, signal: AbortSignal): AsyncGenerator<Buffer> {
  const gzip = createGzip({ level: 6, chunkSize: 64 * 1024 })
  const running = pipeline(Readable.from(records, { objectMode: true, highWaterMark: 2 }), gzip, { signal })
  running.catch(() => undefined)
  for await (const chunk of gzip) yield chunk as Buffer
  await running
}
