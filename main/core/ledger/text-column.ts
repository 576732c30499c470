/** Texts of many keys: each different one once, and for every key the place of its own, counted from 1; 0 is none. */
export type TextColumn = { texts: string[]; places: Int32Array }

const HEAD_BYTES = 12
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Collects what each item says, in their order. */
export function collectTexts<T>(
  items: readonly T[],
  of: (item: T, index: number) => string | null,
): TextColumn {
  const found = new Map<string, number>()
  const places = new Int32Array(items.length)
  let last: string | null = null
  let lastPlace = 0
  for (let at = 0; at < items.length; at += 1) {
    const text = of(items[at] as T, at)
    if (text === null) continue
    // What comes one after another is often alike.
    if (text !== last) {
      last = text
      lastPlace = found.get(text) ?? found.size + 1
      if (lastPlace > found.size) found.set(text, lastPlace)
    }
    places[at] = lastPlace
  }
  return { texts: [...found.keys()], places }
}

/** Bytes of a place, how many keys, how many bytes of texts; the places; the texts as JSON. */
export function encodeTexts({ texts, places }: TextColumn): Uint8Array {
  const words = encoder.encode(JSON.stringify(texts))
  const width = texts.length < 2 ** 8 ? 1 : texts.length < 2 ** 16 ? 2 : 4
  const narrow = width === 1 ? Uint8Array.from(places) : width === 2 ? Uint16Array.from(places) : places
  const out = new Uint8Array(HEAD_BYTES + narrow.byteLength + words.length)
  const head = new DataView(out.buffer)
  head.setUint32(0, width, true)
  head.setUint32(4, places.length, true)
  head.setUint32(8, words.length, true)
  out.set(new Uint8Array(narrow.buffer, narrow.byteOffset, narrow.byteLength), HEAD_BYTES)
  out.set(words, HEAD_BYTES + narrow.byteLength)
  return out
}

export function decodeTexts(data: Uint8Array): TextColumn {
  const bytes = data.byteOffset % 4 === 0 ? data : data.slice()
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES)
  const width = head.getUint32(0, true)
  const count = head.getUint32(4, true)
  const from = bytes.byteOffset + HEAD_BYTES
  const narrow =
    width === 1
      ? new Uint8Array(bytes.buffer, from, count)
      : width === 2
        ? new Uint16Array(bytes.buffer, from, count)
        : new Int32Array(bytes.buffer, from, count)
  const words = new Uint8Array(bytes.buffer, from + width * count, head.getUint32(8, true))
  return { texts: JSON.parse(decoder.decode(words)) as string[], places: Int32Array.from(narrow) }
}
