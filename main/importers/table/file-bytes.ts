import { statSync } from 'node:fs'
import { AppError } from '#shared/errors/app-error.ts'
import { FileBytes } from '../csv/file-bytes.ts'
import { gunzip } from '../csv/gunzip.ts'
import type { GivenPart } from './table.ts'

const PIECE = 1 << 18

export function partOf(index: number, { path, name }: { path: string; name: string }): GivenPart {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new AppError('import.fileGone', { name })
  if (found.isDirectory()) throw new AppError('import.isFolder', { name })
  return { index, path, name, bytes: found.size }
}

/** The first bytes of a file as it lies there. */
export function headOf(part: GivenPart, length: number): Uint8Array {
  const file = new FileBytes(part)
  try {
    const target = new Uint8Array(length)
    let count = 0
    for (let more = file.read(target); more > 0; more = file.read(target.subarray(count))) count += more
    return target.subarray(0, count)
  } finally {
    file.close()
  }
}

const FAR = 64 * 1024 * 1024

/** A piece of the file from its first letter that is no ASCII on; the encoding can be told by nothing before it. */
export function fromFirstLetter(part: GivenPart, length: number): Uint8Array | null {
  const file = new FileBytes(part)
  try {
    const piece = new Uint8Array(4 * PIECE)
    for (let seen = 0; seen < FAR; ) {
      const count = file.read(piece)
      if (count === 0) return null
      const at = piece.subarray(0, count).findIndex((byte) => byte > 127)
      if (at >= 0) return piece.slice(at, Math.min(count, at + length))
      seen += count
    }
    return null
  } finally {
    file.close()
  }
}

/** The first bytes of what a file holds, unpacked. `isWhole`: there is no more. */
export async function firstBytes(part: GivenPart, isGzip: boolean, length: number) {
  if (!isGzip) {
    const bytes = headOf(part, length)
    return { bytes, isWhole: bytes.length === part.bytes }
  }
  const file = new FileBytes(part)
  const pieces: Uint8Array[] = []
  let count = 0
  try {
    for await (const piece of gunzip(packed(file), part.name)) {
      pieces.push(piece)
      count += piece.length
      if (count >= length) return { bytes: Buffer.concat(pieces, count), isWhole: false }
    }
    return { bytes: Buffer.concat(pieces, count), isWhole: true }
  } finally {
    file.close()
  }
}

async function* packed(file: FileBytes): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const piece = new Uint8Array(PIECE)
    const count = file.read(piece)
    if (count === 0) return
    yield piece.subarray(0, count)
  }
}
