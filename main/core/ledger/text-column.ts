/** Texts of many keys: each different one once, and for every key the place of its own, counted from 1; 0 is none. */
export type TextColumn = { texts: string[]; places: Int32Array }

const HEAD_BYTES = 12
const encoder = new TextEncoder()
// A mark of byte order at the beginning of a text belongs to the text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

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

/**
 * Bytes of a place, how many keys, how many texts; where each text ends in bytes; the places; the texts one after
 * another. One text can be read without the others.
 */
export function encodeTexts({ texts, places }: TextColumn): Uint8Array {
  const joined = texts.join('')
  const words = encoder.encode(joined)
  const isPlain = words.length === joined.length
  const ends = new Int32Array(texts.length)
  let end = 0
  for (const [at, text] of texts.entries()) {
    end += isPlain ? text.length : encoder.encode(text).length
    ends[at] = end
  }
  const width = texts.length < 2 ** 8 ? 1 : texts.length < 2 ** 16 ? 2 : 4
  const narrow = width === 1 ? Uint8Array.from(places) : width === 2 ? Uint16Array.from(places) : places
  const parts = [Int32Array.of(width, places.length, texts.length), ends, narrow, words]
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    out.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return out
}

/** Views into the bytes. */
function open(data: Uint8Array) {
  const bytes = data.byteOffset % 4 === 0 ? data : data.slice()
  const { buffer, byteOffset } = bytes
  const [width = 1, count = 0, textCount = 0] = new Int32Array(buffer, byteOffset, 3)
  const ends = new Int32Array(buffer, byteOffset + HEAD_BYTES, textCount)
  const from = byteOffset + HEAD_BYTES + ends.byteLength
  const places =
    width === 1
      ? new Uint8Array(buffer, from, count)
      : width === 2
        ? new Uint16Array(buffer, from, count)
        : new Int32Array(buffer, from, count)
  const words = new Uint8Array(buffer, from + places.byteLength, ends.at(-1) ?? 0)
  return { ends, places, words }
}

export function decodeTexts(data: Uint8Array): TextColumn {
  const { ends, places, words } = open(data)
  const joined = decoder.decode(words)
  const isPlain = joined.length === words.length
  let start = 0
  const texts = Array.from(ends, (end) => {
    const text = isPlain ? joined.slice(start, end) : decoder.decode(words.subarray(start, end))
    start = end
    return text
  })
  return { texts, places: Int32Array.from(places) }
}

/** Of one key alone. */
export function textIn(data: Uint8Array, key: number): string | null {
  const { ends, places, words } = open(data)
  const place = places[key] ?? 0
  if (place === 0) return null
  return decoder.decode(words.subarray(ends[place - 2] ?? 0, ends[place - 1]))
}
