/** Of a font: how far each character moves the pen. Characters beyond the first plane and those it lacks: not there. */
export type FontTable = {
  unitsPerEm: number
  /** By code, 65 536 of them; in the font's units. */
  advances: Uint16Array
  has: Uint8Array
}

const FORMAT_OF_RANGES = 4

/** Reads the two tables of a TrueType font that widths come from. */
export function readFont(bytes: Uint8Array): FontTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = tableOffsets(view)
  const at = (tag: string): number => {
    const offset = tables.get(tag)
    if (offset === undefined) throw new Error(`the font has no ${tag}`)
    return offset
  }
  const metrics = view.getUint16(at('hhea') + 34)
  const hmtx = at('hmtx')
  const advanceOf = (glyph: number): number => view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1))
  const advances = new Uint16Array(65_536)
  const has = new Uint8Array(65_536)
  for (const [code, glyph] of glyphsOf(view, at('cmap'))) {
    advances[code] = advanceOf(glyph)
    has[code] = 1
  }
  return { unitsPerEm: view.getUint16(at('head') + 18), advances, has }
}

function tableOffsets(view: DataView): Map<string, number> {
  const found = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + 16 * i
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)))
    found.set(tag, view.getUint32(at + 8))
  }
  return found
}

function* glyphsOf(view: DataView, cmap: number): Generator<[number, number]> {
  const at = rangesAt(view, cmap)
  const segments = view.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + 2 * segments + 2
  const deltas = starts + 2 * segments
  const offsets = deltas + 2 * segments
  for (let i = 0; i < segments; i += 1) {
    const [start, end] = [view.getUint16(starts + 2 * i), view.getUint16(ends + 2 * i)]
    const delta = view.getUint16(deltas + 2 * i)
    const offset = view.getUint16(offsets + 2 * i)
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const named = offset === 0 ? code : view.getUint16(offsets + 2 * i + offset + 2 * (code - start))
      const glyph = named === 0 && offset !== 0 ? 0 : (named + delta) & 0xffff
      if (glyph !== 0) yield [code, glyph]
    }
  }
}

function rangesAt(view: DataView, cmap: number): number {
  for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4)
    if (view.getUint16(at) === FORMAT_OF_RANGES) return at
  }
  throw new Error('the font names no characters')
}
