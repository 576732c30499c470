import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { BillLine, KeyFields } from '#main/core/ledger/line.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import {
  billLine,
  type EndRecord,
  endRecord,
  isPackedLine,
  MOST_SHARED,
  type ParcelRecord,
  type PartRecord,
  parcelRecord,
  partRecord,
  readDetail,
  readKey,
} from './records.ts'
import type { Unsealed } from './unseal.ts'

/** A record longer than this is none: what a packed file may swell to in memory stays small. */
const MOST_RECORD_CHARS = 4 * 1024 * 1024

export type PartSeen = PartRecord & { lines: number; billed: EndRecord['billed']; sha256: string }

/** Whoever reads is told in this order, for each part: `begin`, its lines, `end`. */
type ParcelReader = {
  parcel?(record: ParcelRecord): void
  begin?(part: PartRecord): Promise<void> | void
  line?(line: BillLine, sourceLine: number): void
  /** Between lines, now and then: the place to write and to let others run. */
  breathe?(): Promise<void>
  end?(part: PartSeen): Promise<void> | void
}

const damaged = (): AppError => new AppError('transfer.damaged')

/**
 * Reads a parcel from its first byte to its last: it resolves only where every piece, every record and the signature
 * are as they were made. What was told before that counts for nothing.
 */
export async function readParcel(
  unsealed: Unsealed,
  signal: AbortSignal,
  reader: ParcelReader,
): Promise<{ parcel: ParcelRecord; parts: PartSeen[] }> {
  const state = createState(reader)
  for await (const records of unpacked(unsealed, signal)) {
    for (const record of records) {
      const waits = state.take(record)
      if (waits) await waits
    }
    await reader.breathe?.()
  }
  return state.finish()
}

type Part = PartRecord & {
  keys: KeyFields[]
  details: LineDetail[]
  lines: number
  billed: Map<Currency, bigint>
  hash: ReturnType<typeof createHash>
}

function createState(reader: ParcelReader) {
  let parcel: ParcelRecord | null = null
  let part: Part | null = null
  let isDone = false
  const parts: PartSeen[] = []
  const seen = new Set<string>()

  function takeLine(told: unknown, text: string): void {
    if (!part || !isPackedLine(told)) throw damaged()
    const [key, detail] = [part.keys[told[0]], part.details[told[1]]]
    if (!key || !detail) throw damaged()
    const line = billLine(told, key, detail)
    const currency = key.currency as Currency
    const femtos = parseDecimal(line.billed)
    if (femtos === null) throw damaged()
    part.billed.set(currency, (part.billed.get(currency) ?? 0n) + femtos)
    part.lines += 1
    part.hash.update(text)
    reader.line?.(line, told[4])
  }

  function takeShared(told: { is?: unknown; fields?: unknown; detail?: unknown }, text: string): boolean {
    if (told.is !== 'key' && told.is !== 'detail' && told.is !== 'forget') return false
    if (!part) throw damaged()
    if (told.is === 'forget') Object.assign(part, { keys: [], details: [] })
    else if (Math.max(part.keys.length, part.details.length) > MOST_SHARED) throw damaged()
    else if (told.is === 'key') part.keys.push(there(readKey(told.fields)))
    else part.details.push(there(readDetail(told.detail)))
    part.hash.update(text)
    return true
  }

  function begin(told: unknown): Promise<void> | void {
    const record = read(partRecord, told)
    const id = `${record.account} ${record.month}`
    if (!parcel?.accounts[record.account] || part || seen.has(id)) throw damaged()
    if (!record.until.startsWith(record.month)) throw damaged()
    seen.add(id)
    part = { ...record, keys: [], details: [], lines: 0, billed: new Map(), hash: createHash('sha256') }
    part.hash.update(record.until)
    return reader.begin?.(record)
  }

  function end(told: unknown): Promise<void> | void {
    const { lines, billed } = read(endRecord, told)
    if (part?.lines !== lines || billed.length !== part.billed.size) throw damaged()
    for (const [currency, amount] of billed)
      if (part.billed.get(currency) !== parseDecimal(amount)) throw damaged()
    const { account, month, until, hash } = part
    const ended: PartSeen = { is: 'part', account, month, until, lines, billed, sha256: hash.digest('hex') }
    parts.push(ended)
    part = null
    return reader.end?.(ended)
  }

  return {
    take(text: string): Promise<void> | void {
      const told = parse(text)
      if (isDone) throw damaged()
      if (Array.isArray(told)) return takeLine(told, text)
      if (typeof told !== 'object' || told === null) throw damaged()
      if (takeShared(told, text)) return
      const { is } = told as { is?: unknown }
      if (is === 'part') return begin(told)
      if (is === 'end') return end(told)
      if (is === 'done' && parcel && !part) {
        isDone = true
        return
      }
      if (parcel) throw damaged()
      parcel = read(parcelRecord, told)
      reader.parcel?.(parcel)
    },
    finish() {
      if (!parcel || !isDone || parts.length === 0) throw damaged()
      return { parcel, parts }
    },
  }
}

function read<T>(schema: { safeParse(told: unknown): { success: boolean; data?: T } }, told: unknown): T {
  const found = schema.safeParse(told)
  if (!found.success) throw damaged()
  return found.data as T
}

function there<T>(told: T | null): T {
  if (told === null) throw damaged()
  return told
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged()
  }
}

/** The records of each unpacked piece; none is longer than a record may be, however small it was packed. */
async function* unpacked(unsealed: Unsealed, signal: AbortSignal): AsyncGenerator<string[]> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 })
  let fault: unknown = null
  const running = pipeline(Readable.from(unsealed.read()), gunzip, { signal }).catch((error: unknown) => {
    fault ??= error
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  try {
    for await (const chunk of gunzip) {
      const lines = (rest + decode(decoder, chunk as Buffer)).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > MOST_RECORD_CHARS) throw damaged()
      yield lines
    }
  } catch (error) {
    fault ??= error
  } finally {
    gunzip.destroy()
  }
  await running
  if (fault instanceof AppError) throw fault
  if (signal.aborted) throw signal.reason
  if (fault || rest !== '') throw damaged()
}

function decode(decoder: { decode(chunk: Buffer, how: { stream: boolean }): string }, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw damaged()
  }
}
