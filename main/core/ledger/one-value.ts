import { COLUMN_HEAD_BYTES, columnLayout } from './column.ts'

/** Bytes of an encoded column: from where, how many. */
type Slice = { from: number; length: number }

/** Where one value of an encoded column lies: its parts, and the byte that tells whether it is null. */
export function slicesOf(head: Uint8Array, at: number): Slice[] {
  const { count, widths, hasNulls } = columnLayout(head)
  let base = COLUMN_HEAD_BYTES
  const slices = widths.map((width) => {
    const slice = { from: base + at * width, length: width }
    base += Math.ceil((count * width) / 8) * 8
    return slice
  })
  return hasNulls ? [...slices, { from: base + (at >> 3), length: 1 }] : slices
}

/** The same value as a column of one, for whoever reads columns. */
export function columnOfOne(head: Uint8Array, parts: readonly Uint8Array[], at: number): Uint8Array {
  const { hasNulls } = columnLayout(head)
  const out = new Uint8Array(COLUMN_HEAD_BYTES + parts.length * 8)
  out.set(head)
  new DataView(out.buffer).setUint32(4, 1, true)
  for (const [n, part] of parts.entries()) out.set(part, COLUMN_HEAD_BYTES + n * 8)
  const last = COLUMN_HEAD_BYTES + (parts.length - 1) * 8
  if (hasNulls) out[last] = ((out[last] ?? 0) >> (at & 7)) & 1
  return out
}
