import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Source } from '#main/core/sync/look.ts'

const BOX_BYTES = 256 * 1024
/** Boxes that are open at once: records are fetched nearly in the order in which they came. */
const OPEN_BOXES = 4

type Place = { box: number; start: number; end: number }

/**
 * The provider's records from their page to their writing. Packed, many to a box: fifty thousand of them would be a
 * hundred megabytes of text, and most turn out to have changed nothing.
 */
export function createRawShelf() {
  const places = { bill: new Map<string, Place>(), inventory: new Map<string, Place>() }
  const boxes: Buffer[] = []
  const opened = new Map<number, Buffer>()
  let filling = Buffer.allocUnsafeSlow(BOX_BYTES)
  let filled = 0

  function makeRoom(bytes: number): void {
    if (filled + bytes <= filling.length) return
    if (filled > 0) boxes.push(deflateRawSync(filling.subarray(0, filled), { level: 1 }))
    if (bytes > filling.length) filling = Buffer.allocUnsafeSlow(bytes)
    filled = 0
  }

  function open(box: number): Buffer {
    if (box === boxes.length) return filling
    const known = opened.get(box)
    if (known) return known
    const contents = inflateRawSync(boxes[box] ?? Buffer.alloc(0))
    const oldest = opened.keys().next().value
    if (opened.size >= OPEN_BOXES && oldest !== undefined) opened.delete(oldest)
    opened.set(box, contents)
    return contents
  }

  return {
    put(of: Source['of'], ref: string, text: string): void {
      makeRoom(Buffer.byteLength(text))
      const start = filled
      filled += filling.write(text, start)
      places[of].set(ref, { box: boxes.length, start, end: filled })
    },
    get(of: Source['of'], ref: string): string | null {
      const place = places[of].get(ref)
      return place ? open(place.box).toString('utf8', place.start, place.end) : null
    },
  }
}

export type RawShelf = ReturnType<typeof createRawShelf>
