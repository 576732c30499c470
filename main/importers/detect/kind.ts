/** What a file is by its first bytes; its name may say something else. */
type FileKind = 'empty' | 'gzip' | 'parquet' | 'zip' | 'xls' | 'pdf' | 'text' | 'binary'

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
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isMarked) return true
  if (bytes.indexOf(0) < 0) return hasFewControls(new TextDecoder('latin1').decode(bytes))
  const isBigEnd = bytes.indexOf(0) % 2 === 0
  return (
    zerosOnOneSide(bytes) && hasFewControls(new TextDecoder(isBigEnd ? 'utf-16be' : 'utf-16le').decode(bytes))
  )
}

function hasFewControls(text: string): boolean {
  let controls = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    // Tab, new lines, new page, and the sign by which old programs end a text.
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 26) controls += 1
    // Nobody writes bills in what lies between the scripts of the world and the signs that stand for a mistake.
    else if (code >= 0xd800 && code <= 0xf8ff) controls += 1
  }
  return controls <= text.length / 200
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
