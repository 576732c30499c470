/** A DECIMAL as it lies in the file: a whole number of 10^-scale, as text, digit by digit. */
export function scaledText(value: unknown, scale: number): string {
  const whole = value instanceof Uint8Array ? bigEndian(value) : BigInt(value as number | bigint)
  if (scale <= 0) return (whole * 10n ** BigInt(-scale)).toString()
  const digits = (whole < 0n ? -whole : whole).toString().padStart(scale + 1, '0')
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return whole < 0n ? `-${text}` : text
}

/** Two's complement, the highest byte first, as long as it is. */
function bigEndian(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return BigInt.asIntN(Math.max(8, bytes.length * 8), value)
}

/** The shortest text that reads back as the same number of 32 bits: 0.1 and not 0.10000000149011612. */
export function floatText(value: number): string {
  for (let digits = 6; digits <= 9; digits += 1) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return String(short)
  }
  return String(value)
}

/** Maps and structures as JSON; a list of `{key, value}` is a map too (BigQuery knows no other). */
export function jsonText(value: unknown): string {
  return JSON.stringify(asMap(value), (_name, inner: unknown) => {
    if (typeof inner === 'bigint') return inner.toString()
    return inner instanceof Uint8Array ? Buffer.from(inner).toString('base64') : inner
  })
}

function asMap(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return value
  const entries: [string, unknown][] = []
  for (const item of value) {
    if (typeof item !== 'object' || item === null) return value
    const [key, inner] = [pick(item, 'key'), pick(item, 'value')]
    if (typeof key !== 'string') return value
    entries.push([key, inner])
  }
  return Object.fromEntries(entries)
}

const pick = (item: object, name: string): unknown =>
  Object.entries(item).find(([key]) => key.toLowerCase() === name)?.[1]
