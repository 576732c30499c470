import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { AppError } from '#shared/errors/app-error.ts'

export type ZipEntry = { name: string; method: number; packed: number; size: number; at: number }

/** A workbook of a million full rows unfolds to some hundred megabytes; what unfolds to more is no workbook. */
const MAX_INFLATED = 1024 ** 3
const MAX_RATIO = 500
const RATIO_FROM = 50 * 1024 ** 2
const MAX_ENTRIES = 20_000
const EOCD_BYTES = 22
const STORED = 0
const DEFLATED = 8

type Zip = {
  entries: ReadonlyMap<string, ZipEntry>
  /** The entry's bytes, unpacked, as they come; `onPacked` hears how many bytes of the file they took. */
  open(entry: ZipEntry, onPacked?: (bytes: number) => void): AsyncIterable<Uint8Array>
}

/** Reads the list of contents and refuses what unfolds to more than a workbook can be, by what it says and by what it does. */
export async function openZip(file: FileHandle, name: string): Promise<Zip> {
  const bad = (why: string): AppError => new AppError('import.badZip', { name, why })
  const { size } = await file.stat()
  const take = async (at: number, length: number): Promise<DataView> => {
    if (at < 0 || length < 0 || at + length > size) throw bad('truncated')
    const bytes = new Uint8Array(length)
    await file.read(bytes, 0, length, at)
    return new DataView(bytes.buffer)
  }

  const tailAt = Math.max(0, size - EOCD_BYTES - 0xffff)
  const tail = await take(tailAt, size - tailAt)
  let end = tail.byteLength - EOCD_BYTES
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) throw bad('noDirectory')
  let count = tail.getUint16(end + 10, true)
  let length = tail.getUint32(end + 12, true)
  let at = tail.getUint32(end + 16, true)
  if (end >= 20 && tail.getUint32(end - 20, true) === 0x07064b50) {
    const wide = await take(Number(tail.getBigUint64(end - 12, true)), 56)
    if (wide.getUint32(0, true) !== 0x06064b50) throw bad('noDirectory')
    count = Number(wide.getBigUint64(32, true))
    length = Number(wide.getBigUint64(40, true))
    at = Number(wide.getBigUint64(48, true))
  }
  if (count > MAX_ENTRIES) throw new AppError('import.bomb', { name })
  const entries = listEntries(await take(at, length), count, bad)

  const bomb = (inflated: number, packed: number): void => {
    if (inflated > MAX_INFLATED || (inflated > RATIO_FROM && inflated > MAX_RATIO * Math.max(1, packed)))
      throw new AppError('import.bomb', { name })
  }
  let said = 0
  for (const entry of entries.values()) said += entry.size
  bomb(said, size)

  let inflated = 0
  async function* open(entry: ZipEntry, onPacked?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    const head = await take(entry.at, 30)
    if (head.getUint32(0, true) !== 0x04034b50) throw bad('noEntry')
    const start = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
    if (start + entry.packed > size) throw bad('truncated')
    async function* packed(): AsyncGenerator<Uint8Array> {
      for (let done = 0; done < entry.packed; ) {
        const part = await take(start + done, Math.min(1 << 18, entry.packed - done))
        done += part.byteLength
        onPacked?.(part.byteLength)
        yield new Uint8Array(part.buffer)
      }
    }
    if (entry.method === STORED) {
      yield* packed()
      return
    }
    if (entry.method !== DEFLATED) throw bad('method')
    let out = 0
    const inflate = createInflateRaw({ chunkSize: 1 << 17 })
    const chunks = pipeline(packed, inflate, () => {})
    try {
      for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
        out += chunk.length
        inflated += chunk.length
        bomb(out, entry.packed)
        // Each pass over the workbook may unfold it anew; that is no reason to take it for a bomb.
        bomb(inflated / 4, size)
        yield chunk
      }
    } catch (error) {
      if (error instanceof AppError) throw error
      throw bad('damaged')
    }
  }
  return { entries, open }
}

function listEntries(
  directory: DataView,
  count: number,
  bad: (why: string) => AppError,
): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50)
      throw bad('noDirectory')
    const flags = directory.getUint16(at + 8, true)
    if (flags & 1) throw bad('encrypted')
    const nameBytes = directory.getUint16(at + 28, true)
    const extraBytes = directory.getUint16(at + 30, true)
    const next = at + 46 + nameBytes + extraBytes + directory.getUint16(at + 32, true)
    if (next > directory.byteLength) throw bad('noDirectory')
    const entry: ZipEntry = {
      name: new TextDecoder()
        .decode(new Uint8Array(directory.buffer, at + 46, nameBytes))
        .replaceAll('\\', '/'),
      method: directory.getUint16(at + 10, true),
      packed: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      at: directory.getUint32(at + 42, true),
    }
    widen(entry, directory, at + 46 + nameBytes, extraBytes)
    entries.set(entry.name, entry)
    at = next
  }
  return entries
}

/** Sizes of four gigabytes and more stand in an extra field, those alone that do not fit, in this order. */
function widen(entry: ZipEntry, directory: DataView, from: number, bytes: number): void {
  const FULL = 0xffffffff
  for (let at = from; at + 4 <= from + bytes; at += 4 + directory.getUint16(at + 2, true)) {
    if (directory.getUint16(at, true) !== 1) continue
    let place = at + 4
    const end = Math.min(from + bytes, place + directory.getUint16(at + 2, true))
    for (const field of ['size', 'packed', 'at'] as const) {
      if (entry[field] !== FULL || place + 8 > end) continue
      entry[field] = Number(directory.getBigUint64(place, true))
      place += 8
    }
  }
}
