import { createHash } from 'node:crypto'
import type { SecretShelf } from '#main/ports/secrets.ts'

/** Windows takes 2,560 bytes of UTF-16 for one secret; other systems get the same, so that one way is tested. */
const PIECE = 1000

const WHOLE = '='
const SPLIT = '#'

type Head = { generation: 'a' | 'b'; pieces: number; digest: string }

const pieceName = (name: string, generation: Head['generation'], index: number): string =>
  `${name}#${generation}${index}`
const digestOf = (value: string): string => createHash('sha256').update(value).digest('base64url')

/**
 * Values longer than a keychain takes, in pieces. The entry under the name itself holds the value whole or says where
 * its pieces are. New pieces are written beside the old ones, then the entry, then the old pieces go: whoever is
 * stopped in between finds the old value or the new one, and the next writing clears up what was left lying.
 */
export function inPieces(raw: SecretShelf): SecretShelf {
  async function readHead(name: string): Promise<Head | string | null> {
    const entry = await raw.get(name)
    if (entry === null || !entry.startsWith(SPLIT)) return entry
    const [generation, pieces, digest = ''] = entry.slice(1).split(' ')
    return { generation: generation === 'b' ? 'b' : 'a', pieces: Number(pieces), digest }
  }

  /** From the last to the first, so that what a stopped clearing leaves is found again from its beginning. */
  async function clear(name: string, generation: Head['generation'], from = 0): Promise<void> {
    let end = from
    while ((await raw.get(pieceName(name, generation, end))) !== null) end += 1
    for (let index = end - 1; index >= from; index -= 1) await raw.remove(pieceName(name, generation, index))
  }

  return {
    /** Null as well where pieces are missing: then the value is as lost as if it had never been there. */
    async get(name) {
      const head = await readHead(name)
      if (head === null || typeof head === 'string')
        return head?.startsWith(WHOLE) ? head.slice(WHOLE.length) : null
      const pieces: string[] = []
      for (let index = 0; index < head.pieces; index += 1) {
        const piece = await raw.get(pieceName(name, head.generation, index))
        if (piece === null) return null
        pieces.push(piece)
      }
      const value = pieces.join('')
      return digestOf(value) === head.digest ? value : null
    },

    async put(name, value) {
      const before = await readHead(name)
      const old = before !== null && typeof before === 'object' ? before.generation : 'b'
      const generation = old === 'a' ? 'b' : 'a'
      const pieces = value.length < PIECE ? [] : split(value)
      for (const [index, piece] of pieces.entries()) await raw.put(pieceName(name, generation, index), piece)
      const entry =
        pieces.length === 0 ? `${WHOLE}${value}` : `${SPLIT}${generation} ${pieces.length} ${digestOf(value)}`
      await raw.put(name, entry)
      await clear(name, generation, pieces.length)
      await clear(name, old)
    },

    async remove(name) {
      await raw.remove(name)
      await clear(name, 'a')
      await clear(name, 'b')
    },
  }
}

/** Never between the halves of one character: half a character does not survive the way through the system. */
function split(value: string): string[] {
  const pieces: string[] = []
  for (let from = 0; from < value.length; ) {
    let to = Math.min(value.length, from + PIECE)
    if (to < value.length && /[\ud800-\udbff]/.test(value.charAt(to - 1))) to -= 1
    pieces.push(value.slice(from, to))
    from = to
  }
  return pieces
}
