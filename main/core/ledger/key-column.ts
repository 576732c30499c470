/** What a question may group by, filter by or search in. `tags` is canonical JSON. */
export const keyColumns = [
  'connectionId',
  'provider',
  'subAccount',
  'serviceCategory',
  'service',
  'region',
  'zone',
  'resourceRef',
  'resourceName',
  'resourceType',
  'sku',
  'skuName',
  'chargeCategory',
  'chargeDescription',
  'currency',
  'tags',
] as const
export type KeyColumnName = (typeof keyColumns)[number]

/** Texts of many keys: each different one once, and for every key the place of its own, counted from 1; 0 is none. */
export type TextColumn = { texts: string[]; places: Int32Array }

const HEAD_BYTES = 12
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Collects texts in the order of their keys. */
export function collectTexts(values: Iterable<string | null>, count: number): TextColumn {
  const found = new Map<string, number>()
  const places = new Int32Array(count)
  let at = 0
  for (const value of values) {
    if (value !== null) {
      let place = found.get(value)
      if (place === undefined) {
        place = found.size + 1
        found.set(value, place)
      }
      places[at] = place
    }
    at += 1
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
