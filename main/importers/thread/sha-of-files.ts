import { createHash, type Hash } from 'node:crypto'
import { FileBytes } from '../csv/file-bytes.ts'
import type { ReadTask } from '../protocol.ts'

const PIECE = 1 << 20

/**
 * SHA-256 of a delivery: of its one file's bytes, or of the sums of its files in their order. Files that were read from
 * first byte to last have been summed meanwhile; the others are read once more.
 */
export class ShaOfFiles {
  readonly #files: ReadTask['files']
  readonly #sums: { hash: Hash; bytes: number }[]

  constructor(files: ReadTask['files']) {
    this.#files = files
    this.#sums = files.map(() => ({ hash: createHash('sha256'), bytes: 0 }))
  }

  add(fileIndex: number, chunk: Uint8Array): void {
    const sum = this.#sums[fileIndex]
    if (!sum) throw new RangeError('no such file of the delivery')
    sum.hash.update(chunk)
    sum.bytes += chunk.length
  }

  async digest(breathe: () => Promise<void>): Promise<string> {
    const texts: string[] = []
    for (const [index, sum] of this.#sums.entries()) {
      const file = this.#files[index]
      if (sum.bytes === 0 && file) await this.#read(file, sum.hash, breathe)
      texts.push(sum.hash.digest('hex'))
    }
    const [only, ...others] = texts
    if (only !== undefined && others.length === 0) return only
    return createHash('sha256').update(texts.join('\n')).digest('hex')
  }

  async #read(file: ReadTask['files'][number], hash: Hash, breathe: () => Promise<void>): Promise<void> {
    const bytes = new FileBytes(file)
    const piece = new Uint8Array(PIECE)
    try {
      for (let count = bytes.read(piece); count > 0; count = bytes.read(piece)) {
        hash.update(piece.subarray(0, count))
        await breathe()
      }
      bytes.check()
    } finally {
      bytes.close()
    }
  }
}
