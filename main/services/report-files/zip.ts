import type { FileHandle } from 'node:fs/promises'
import { constants, crc32, createDeflateRaw } from 'node:zlib'

type Entry = { name: Buffer; crc: number; packed: number; whole: number; at: number }

const VERSION = 45
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808
const DEFLATE = 8
const MOST = 0xffff_ffff

/** DOS has neither zones nor odd seconds: the moment is written as UTC. */
function dosTime(ms: number): { time: number; date: number } {
  const at = new Date(Math.max(ms, Date.UTC(1980, 0, 1)))
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  }
}

/** A zip archive, written as its parts come. The same parts make the same bytes. Beyond 4 GB it is refused. */
export function createZip(file: FileHandle, madeAtMs: number) {
  const { time, date } = dosTime(madeAtMs)
  const entries: Entry[] = []
  let offset = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    await file.writeFile(bytes)
    offset += bytes.byteLength
    if (offset > MOST) throw new RangeError('the archive is larger than the format allows')
  }

  async function add(name: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const entry: Entry = { name: Buffer.from(name), crc: 0, packed: 0, whole: 0, at: offset }
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x0403_4b50, 0)
    head.writeUInt16LE(VERSION, 4)
    head.writeUInt16LE(FLAGS, 6)
    head.writeUInt16LE(DEFLATE, 8)
    head.writeUInt16LE(time, 10)
    head.writeUInt16LE(date, 12)
    head.writeUInt16LE(entry.name.length, 26)
    await write(Buffer.concat([head, entry.name]))
    const press = createDeflateRaw({ level: 4, memLevel: 9, strategy: constants.Z_DEFAULT_STRATEGY })
    const pressed = (async () => {
      for await (const chunk of press as AsyncIterable<Buffer>) {
        entry.packed += chunk.length
        await write(chunk)
      }
    })()
    // A failure on either side is told once, by whoever waits for it below.
    pressed.catch(() => press.destroy())
    try {
      for await (const part of parts) {
        const bytes = Buffer.from(part)
        entry.crc = crc32(bytes, entry.crc)
        entry.whole += bytes.length
        if (!press.write(bytes)) await Promise.race([drained(press), pressed])
      }
      press.end()
      await pressed
    } catch (error) {
      press.destroy()
      await pressed.catch(() => undefined)
      throw error
    }
    const foot = Buffer.alloc(16)
    foot.writeUInt32LE(0x0807_4b50, 0)
    foot.writeUInt32LE(entry.crc, 4)
    foot.writeUInt32LE(entry.packed, 8)
    foot.writeUInt32LE(entry.whole, 12)
    await write(foot)
    entries.push(entry)
  }

  async function end(): Promise<void> {
    const from = offset
    for (const { name, crc, packed, whole, at } of entries) {
      const head = Buffer.alloc(46)
      head.writeUInt32LE(0x0201_4b50, 0)
      head.writeUInt16LE(VERSION, 4)
      head.writeUInt16LE(VERSION, 6)
      head.writeUInt16LE(FLAGS, 8)
      head.writeUInt16LE(DEFLATE, 10)
      head.writeUInt16LE(time, 12)
      head.writeUInt16LE(date, 14)
      head.writeUInt32LE(crc, 16)
      head.writeUInt32LE(packed, 20)
      head.writeUInt32LE(whole, 24)
      head.writeUInt16LE(name.length, 28)
      head.writeUInt32LE(at, 42)
      await write(Buffer.concat([head, name]))
    }
    const foot = Buffer.alloc(22)
    foot.writeUInt32LE(0x0605_4b50, 0)
    foot.writeUInt16LE(entries.length, 8)
    foot.writeUInt16LE(entries.length, 10)
    foot.writeUInt32LE(offset - from, 12)
    foot.writeUInt32LE(from, 16)
    await write(foot)
  }

  return { add, end }
}

const drained = (press: NodeJS.WritableStream): Promise<void> =>
  new Promise((resolve) => press.once('drain', () => resolve()))
