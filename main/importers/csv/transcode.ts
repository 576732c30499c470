import type { Encoding } from '#shared/contract/imports.ts'

const utf8 = new TextEncoder()

/** Pieces of a text in some encoding as UTF-8, wherever the pieces were cut; UTF-8 passes as it is. */
export function createTranscoder(encoding: Encoding): (chunk: Uint8Array, isLast: boolean) => Uint8Array {
  if (encoding === 'utf-8') return (chunk) => chunk
  const decoder = new TextDecoder(encoding)
  return (chunk, isLast) => utf8.encode(decoder.decode(chunk, { stream: !isLast }))
}
