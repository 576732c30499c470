import type { SchemaTree } from 'hyparquet'
import { floatText, jsonText, scaledText } from './values.ts'

export type ParquetColumn = { name: string; isNested: boolean; toText: (value: unknown) => string }

/** Instants as milliseconds; what a cell shows of them is made by `toText`. */
export const parsers = {
  timestampFromMilliseconds: (millis: bigint) => Number(millis),
  timestampFromMicroseconds: (micros: bigint) => Number(micros / 1000n),
  timestampFromNanoseconds: (nanos: bigint) => Number(nanos / 1_000_000n),
  dateFromDays: (days: number) => days * 86_400_000,
  // Decimals are disguised as this, see `columnsOf`.
  geometryFromBytes: (bytes: Uint8Array) => bytes,
}

const plain = (value: unknown): string => String(value)

/**
 * The top-level columns and how their values become text. The library makes floats of decimals; so their elements are
 * stripped of what says that they are decimals, and the whole numbers under them come as they lie in the file.
 */
export function columnsOf(tree: SchemaTree): ParquetColumn[] {
  return tree.children.map(({ element, children }) => {
    const { name } = element
    if (children.length > 0 || element.repetition_type === 'REPEATED')
      return { name, isNested: true, toText: jsonText }
    const { type, converted_type: converted, logical_type: logical } = element
    if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
      const scale = (logical?.type === 'DECIMAL' ? logical.scale : element.scale) ?? 0
      delete element.converted_type
      if (type === 'BYTE_ARRAY') element.logical_type = { type: 'GEOMETRY' }
      else delete element.logical_type
      return { name, isNested: false, toText: (value) => scaledText(value, scale) }
    }
    if (converted === 'DATE' || logical?.type === 'DATE')
      return { name, isNested: false, toText: memo((ms) => new Date(ms).toISOString().slice(0, 10)) }
    if (type === 'INT96' || converted?.startsWith('TIMESTAMP') || logical?.type === 'TIMESTAMP')
      return { name, isNested: false, toText: memo((ms) => new Date(ms).toISOString().replace('.000Z', 'Z')) }
    if (type === 'FLOAT') return { name, isNested: false, toText: (value) => floatText(value as number) }
    if (type === 'FIXED_LEN_BYTE_ARRAY' && logical?.type !== 'UUID')
      return { name, isNested: false, toText: (value) => Buffer.from(value as Uint8Array).toString('hex') }
    if (converted === 'JSON' || logical?.type === 'JSON') return { name, isNested: false, toText: jsonText }
    return { name, isNested: false, toText: plain }
  })
}

/** Instants of bills repeat from row to row. */
function memo(make: (ms: number) => string): (value: unknown) => string {
  const known = new Map<number, string>()
  return (value) => {
    const ms = value as number
    let text = known.get(ms)
    if (text === undefined) {
      if (known.size > 10_000) known.clear()
      text = Number.isFinite(ms) && Math.abs(ms) < 8.64e15 ? make(ms) : String(ms)
      known.set(ms, text)
    }
    return text
  }
}
