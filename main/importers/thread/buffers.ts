import type { FromReader } from '../protocol.ts'

/** The memory of a segment's columns, which goes over to the writer instead of being copied. */
export function buffersOf(message: FromReader): ArrayBufferLike[] {
  if (message.kind !== 'segment') return []
  const { numbers, indexes } = message.segment
  const arrays: (Uint8Array | { buffer: ArrayBufferLike } | null)[] = [...Object.values(indexes)]
  for (const column of Object.values(numbers)) {
    arrays.push(column.nulls)
    if (column.kind === 'wide') arrays.push(column.micros, column.rests)
    else arrays.push(column.values)
  }
  return [...new Set(arrays.flatMap((array) => (array ? [array.buffer] : [])))]
}
