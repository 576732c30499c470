/** What a file is by its first bytes; its name may say something else. */
export type FileKind = 'empty' | 'gzip' | 'parquet' | 'zip' | 'xls' | 'pdf' | 'text' | 'binary'

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

export function kindOf(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty'
  for (const [kind, magic] of MAGIC) if (magic.every((byte, i) => head[i] === byte)) return kind
  return isText(head) ? 'text' : 'binary'
}

/** Control characters stand in no table, except what parts rows and cells; UTF-16 has zeros at every other place. */
function isText(head: Uint8Array): boolean {
  const bytes = head.subarray(0, 4096)
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  let zeros = 0
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) zeros += 1
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26)
      controls += 1
  }
  if (hasMark) return true
  // UTF-16 without its mark: about every second byte of Latin text, about one in five of Russian text.
  const isWide = zeros > 0 && zeros <= bytes.length / 2 + 1 && zerosOnOneSide(bytes)
  return zeros === 0 ? controls <= bytes.length / 200 : isWide
}

export function zerosOnOneSide(bytes: Uint8Array): boolean {
  let even = 0
  let odd = 0
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even += 1
    else odd += 1
  }
  return (even === 0) !== (odd === 0) && even + odd >= bytes.length / 16
}
