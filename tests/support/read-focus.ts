import { readFileSync } from 'node:fs'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'

type Row = Record<string, string | null>

/** A FOCUS file as it stands: text by column; null for nothing. */
export async function readFocus(path: string): Promise<Row[]> {
  return path.endsWith('.csv') ? readCsv(readFileSync(path, 'utf8')) : readParquet(path)
}

/** RFC 4180, of which the machine's form needs nothing but quotes. */
function readCsv(text: string): Row[] {
  const rows: (string | null)[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/y
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) throw new Error('not a CSV')
    const [, quoted, plain = '', end] = match
    const value = quoted === undefined ? plain : quoted.replaceAll('""', '"')
    rows.at(-1)?.push(value === '' ? null : value)
    if (end === '\r\n') rows.push([])
  }
  const [header = [], ...body] = rows.slice(0, -1)
  return body.map((cells) => {
    if (cells.length !== header.length) throw new Error('a row of another width')
    return Object.fromEntries(
      header.map((name, index) => [String(name), plain(String(name), cells[index] ?? null)]),
    )
  })
}

/** Whole numbers have a point and a zero in CSV. */
const plain = (name: string, value: string | null): string | null =>
  /(Cost|Quantity|UnitPrice)$/.test(name) ? (value?.replace(/\.0$/, '') ?? null) : value

/** The library turns decimals into floats: here they stay what they are, bytes, and are read exactly. */
async function readParquet(path: string): Promise<Row[]> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  const scales = new Map<string, number>()
  for (const element of metadata.schema) {
    if (element.converted_type !== 'DECIMAL') continue
    scales.set(element.name, element.scale ?? 0)
    delete element.converted_type
    delete element.logical_type
  }
  const rows = await parquetReadObjects({ file, metadata, utf8: false })
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, textOf(value, scales.get(name) ?? 0)]),
    ),
  )
}

function textOf(value: unknown, scale: number): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return `${value.toISOString().slice(0, 19)}Z`
  if (!(value instanceof Uint8Array)) return String(value)
  const units = BigInt.asIntN(128, BigInt(`0x${Buffer.from(value).toString('hex')}`))
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '')
  return units < 0n ? `-${text}` : text
}
