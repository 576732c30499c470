import type { Encoding } from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { ReadControl } from '../importer.ts'
import { FileBytes } from './file-bytes.ts'
import { gunzip } from './gunzip.ts'
import type { RowShape } from './row.ts'
import { CsvScanner, MAX_PIECE } from './scan.ts'
import { createTranscoder } from './transcode.ts'

const PIECE = MAX_PIECE

export type TableFile = {
  path: string
  name: string
  fileIndex: number
  /** Bytes of the files before it. */
  bytesBefore: number
  encoding: Encoding
  separator: string
  isGzip: boolean
}

/** Scans a delimited file, packed or not, row by row from its first; `onRow` gets the header too. */
export async function readTable(
  file: TableFile,
  control: ReadControl,
  onRow: (row: RowShape) => void,
  moreBytes = 0,
): Promise<void> {
  const bytes = new FileBytes(file)
  try {
    if (bytes.size === 0) throw new AppError('import.empty', { name: file.name })
    const scanner = new CsvScanner(file.separator, onRow, moreBytes)
    if (file.isGzip) await readPacked(bytes, file, control, scanner)
    else await readPlain(bytes, file, control, scanner)
    scanner.finish()
    bytes.check()
  } finally {
    bytes.close()
  }
}

async function readPlain(
  bytes: FileBytes,
  file: TableFile,
  control: ReadControl,
  scanner: CsvScanner,
): Promise<void> {
  const isUtf8 = file.encoding === 'utf-8'
  const transcode = createTranscoder(file.encoding)
  const own = isUtf8 ? null : new Uint8Array(PIECE)
  for (;;) {
    const target = own ?? scanner.room(PIECE)
    const count = bytes.read(target)
    if (count === 0) break
    const piece = target.subarray(0, count)
    control.bytes(file.fileIndex, piece)
    if (own) scanner.push(transcode(piece, false))
    else scanner.filled(count)
    await control.breathe(file.bytesBefore + bytes.position)
  }
  if (own) scanner.push(transcode(new Uint8Array(0), true))
}

async function readPacked(
  bytes: FileBytes,
  file: TableFile,
  control: ReadControl,
  scanner: CsvScanner,
): Promise<void> {
  const transcode = createTranscoder(file.encoding)
  let sinceBreath = 0
  for await (const piece of gunzip(packedPieces(bytes, file, control), file.name)) {
    scanner.push(transcode(piece, false))
    sinceBreath += piece.length
    if (sinceBreath < PIECE) continue
    sinceBreath = 0
    await control.breathe(file.bytesBefore + bytes.position)
  }
  scanner.push(transcode(new Uint8Array(0), true))
}

async function* packedPieces(
  bytes: FileBytes,
  file: TableFile,
  control: ReadControl,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const piece = new Uint8Array(PIECE / 4)
    const count = bytes.read(piece)
    if (count === 0) return
    control.bytes(file.fileIndex, piece.subarray(0, count))
    yield piece.subarray(0, count)
  }
}
