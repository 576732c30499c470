/**
 * Exact numbers of many lines. `scaled`: whole numbers of 10^-scale, every one of them below 2^53; `wide`: micros and
 * the femtos below a micro (core/money/stored), for what does not fit. A null is told by a bit of `nulls`.
 */
export type NumberColumn = { nulls: Uint8Array | null } & (
  | { kind: 'scaled'; scale: number; values: Int8Array | Int16Array | Int32Array | Float64Array }
  | { kind: 'wide'; micros: BigInt64Array; rests: Int32Array }
)

/** Whole numbers: days of the month, numbers of keys, seconds. */
export type IndexColumn = Uint8Array | Uint16Array | Int32Array

const KINDS = { i8: 1, i16: 2, i32: 3, f64: 4, wide: 5, u8: 6, u16: 7, index: 8 } as const
const WIDTHS: Record<number, number[]> = {
  [KINDS.i8]: [1],
  [KINDS.i16]: [2],
  [KINDS.i32]: [4],
  [KINDS.f64]: [8],
  [KINDS.wide]: [8, 4],
  [KINDS.u8]: [1],
  [KINDS.u16]: [2],
  [KINDS.index]: [4],
}
const HEAD_BYTES = 16
export const COLUMN_HEAD_BYTES = HEAD_BYTES
const ALIGN = 8

type Plain = Uint8Array | Uint16Array | Int8Array | Int16Array | Int32Array | Float64Array | BigInt64Array

const bytesOf = (array: Plain): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
const padded = (bytes: number): number => Math.ceil(bytes / ALIGN) * ALIGN

/** Head (kind, scale, whether nulls follow, how many), then the parts, each from a multiple of eight bytes. */
function pack(
  kind: number,
  scale: number,
  count: number,
  parts: readonly Plain[],
  hasNulls: boolean,
): Uint8Array {
  const out = new Uint8Array(HEAD_BYTES + parts.reduce((sum, part) => sum + padded(part.byteLength), 0))
  const head = new DataView(out.buffer)
  head.setUint8(0, kind)
  head.setUint8(1, scale)
  head.setUint8(2, hasNulls ? 1 : 0)
  head.setUint32(4, count, true)
  let at = HEAD_BYTES
  for (const part of parts) {
    out.set(bytesOf(part), at)
    at += padded(part.byteLength)
  }
  return out
}

export function encodeNumbers(column: NumberColumn): Uint8Array {
  const nulls = column.nulls ? [column.nulls] : []
  if (column.kind === 'wide') {
    const { micros, rests } = column
    return pack(KINDS.wide, 0, micros.length, [micros, rests, ...nulls], column.nulls !== null)
  }
  const { values, scale } = column
  const kind =
    values instanceof Int8Array
      ? KINDS.i8
      : values instanceof Int16Array
        ? KINDS.i16
        : values instanceof Int32Array
          ? KINDS.i32
          : KINDS.f64
  return pack(kind, scale, values.length, [values, ...nulls], column.nulls !== null)
}

export function encodeIndex(values: IndexColumn): Uint8Array {
  const kind =
    values instanceof Uint8Array ? KINDS.u8 : values instanceof Uint16Array ? KINDS.u16 : KINDS.index
  return pack(kind, 0, values.length, [values], false)
}

/** Views into the bytes where they lie on a multiple of eight, else into a copy. */
function reader(data: Uint8Array) {
  const bytes = data.byteOffset % ALIGN === 0 ? data : data.slice()
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES)
  const count = head.getUint32(4, true)
  let at = bytes.byteOffset + HEAD_BYTES
  const take = <T extends Plain>(
    Make: { new (buffer: ArrayBufferLike, offset: number, length: number): T; BYTES_PER_ELEMENT: number },
    length: number,
  ): T => {
    const array = new Make(bytes.buffer, at, length)
    at += padded(length * Make.BYTES_PER_ELEMENT)
    return array
  }
  return { kind: head.getUint8(0), scale: head.getUint8(1), hasNulls: head.getUint8(2) === 1, count, take }
}

/** What the head of an encoded column says: how many values, and the bytes of a value in each of its parts. */
export function columnLayout(head: Uint8Array): { count: number; widths: number[]; hasNulls: boolean } {
  const view = new DataView(head.buffer, head.byteOffset, HEAD_BYTES)
  const widths = WIDTHS[view.getUint8(0)]
  if (!widths) throw new Error('not a column')
  return { count: view.getUint32(4, true), widths, hasNulls: view.getUint8(2) === 1 }
}

export function decodeNumbers(data: Uint8Array): NumberColumn {
  const { kind, scale, hasNulls, count, take } = reader(data)
  const nulls = (): Uint8Array | null => (hasNulls ? take(Uint8Array, Math.ceil(count / 8)) : null)
  if (kind === KINDS.wide) {
    const micros = take(BigInt64Array, count)
    const rests = take(Int32Array, count)
    return { kind: 'wide', micros, rests, nulls: nulls() }
  }
  const values =
    kind === KINDS.i8
      ? take(Int8Array, count)
      : kind === KINDS.i16
        ? take(Int16Array, count)
        : kind === KINDS.i32
          ? take(Int32Array, count)
          : take(Float64Array, count)
  return { kind: 'scaled', scale, values, nulls: nulls() }
}

export function decodeIndex(data: Uint8Array): IndexColumn {
  const { kind, count, take } = reader(data)
  if (kind === KINDS.u8) return take(Uint8Array, count)
  return kind === KINDS.u16 ? take(Uint16Array, count) : take(Int32Array, count)
}

export const isNull = (nulls: Uint8Array | null, index: number): boolean =>
  nulls !== null && ((nulls[index >> 3] ?? 0) & (1 << (index & 7))) !== 0

/** One value as femtos; null where there is none. */
export function femtosAt(column: NumberColumn, index: number): bigint | null {
  if (isNull(column.nulls, index)) return null
  if (column.kind === 'wide')
    return (column.micros[index] ?? 0n) * 1_000_000_000n + BigInt(column.rests[index] ?? 0)
  return BigInt(column.values[index] ?? 0) * 10n ** BigInt(15 - column.scale)
}
