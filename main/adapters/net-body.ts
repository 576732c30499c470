import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'

/** Thrown for an answer beyond its bound, on the wire or unpacked. */
export class TooLarge extends Error {}
/** Thrown for an answer that ended before its end. */
export class CutShort extends Error {}

// Packing something tiny or random makes it a little longer.
const PACKING = 1024

/** Reads an answer whole. The bound holds for what comes over the wire and for what it unpacks to. */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const encoding = String(response.headers['content-encoding'] ?? 'identity').toLowerCase()
  const isPacked = encoding !== 'identity' && encoding !== ''
  const bound = isPacked ? maxBytes + PACKING : maxBytes
  const promised = Number(response.headers['content-length'] ?? 0)
  if (promised > bound) throw new TooLarge()
  const whole = await gather(response, bound, promised)
  return isPacked && whole.length > 0 ? unpack(whole, encoding, maxBytes) : whole
}

/** Into one place from the start where the length is known: what is big is not held twice. */
async function gather(response: IncomingMessage, bound: number, promised: number): Promise<Buffer> {
  const place = promised > 0 ? Buffer.allocUnsafe(promised) : null
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      if (bytes + chunk.length > bound) throw new TooLarge()
      if (place && bytes + chunk.length <= place.length) chunk.copy(place, bytes)
      else chunks.push(chunk)
      bytes += chunk.length
    }
  } catch (error) {
    throw error instanceof TooLarge ? error : new CutShort()
  }
  return place && bytes <= place.length ? place.subarray(0, bytes) : Buffer.concat(chunks)
}

async function unpack(packed: Buffer, encoding: string, maxOutputLength: number): Promise<Buffer> {
  try {
    return await unpacker(packed, encoding)(packed, { maxOutputLength })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ERR_BUFFER_TOO_LARGE' ? new TooLarge() : new CutShort()
  }
}

function unpacker(packed: Buffer, encoding: string) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return promisify(gunzip) as Unpack
    case 'br':
      return promisify(brotliDecompress) as Unpack
    case 'deflate':
      // Some servers send it with the zlib header that the standard asks for, some without.
      return promisify((packed[0] ?? 0) % 16 === 8 ? inflate : inflateRaw) as Unpack
    default:
      throw new CutShort()
  }
}

type Unpack = (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>
