import { createGunzip } from 'node:zlib'
import { AppError } from '#shared/errors/app-error.ts'

const BOMB_BYTES = 100_000_000
const BOMB_RATIO = 500
const OUT_BYTES = 1 << 18

/** What a gzip file unpacks to, piece by piece. */
export async function* gunzip(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = createGunzip({ chunkSize: OUT_BYTES })
  let [bytesIn, bytesOut] = [0, 0]
  const feeding = feed(pieces, stream, (count) => {
    bytesIn += count
  })
  // Its failure destroys the stream, which the loop below throws.
  feeding.catch((error: unknown) => stream.destroy(error as Error))
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      bytesOut += piece.length
      if (bytesOut > BOMB_BYTES && bytesOut > bytesIn * BOMB_RATIO)
        throw new AppError('import.bomb', { name })
      yield piece
    }
    await feeding
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
    throw code.startsWith('Z_') ? new AppError('import.truncated', { name }, { cause: error }) : error
  } finally {
    stream.destroy()
  }
}

async function feed(
  pieces: AsyncIterable<Uint8Array>,
  stream: ReturnType<typeof createGunzip>,
  told: (count: number) => void,
): Promise<void> {
  for await (const piece of pieces) {
    if (stream.destroyed) return
    told(piece.length)
    if (stream.write(piece)) continue
    await new Promise<void>((resolve) => {
      const go = (): void => {
        stream.off('drain', go)
        stream.off('close', go)
        resolve()
      }
      stream.once('drain', go)
      stream.once('close', go)
    })
  }
  stream.end()
}
