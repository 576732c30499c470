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
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  const encoding = String(response.headers['content-encoding'] ?? 'identity').toLowerCase()
  const isPacked = encoding !== 'identity' && encoding !== ''
  const bound = isPacked ? maxBytes + PACKING : maxBytes
  if (Number(response.headers['content-length'] ?? 0) > bound) throw new TooLarge()
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > bound) throw new TooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof TooLarge ? error : new CutShort()
  }
  const packed = Buffer.concat(chunks)
  const body = isPacked && packed.length > 0 ? await unpack(packed, encoding, maxBytes) : packed
  return new TextDecoder('utf-8').decode(body)
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
