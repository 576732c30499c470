/** Larger than any call of ours, the same for every transport. */
const MAX_BYTES = 1_000_000
const MAX_VALUES = 50_000

/** Counts no further than the bound, so that the check of something huge is cheap as well. */
export function isTooLarge(input: unknown): boolean {
  let bytes = 0
  let values = 0
  const waiting: unknown[] = [input]
  while (waiting.length > 0) {
    const value = waiting.pop()
    values += 1
    if (typeof value === 'string') bytes += Buffer.byteLength(value)
    if (ArrayBuffer.isView(value)) bytes += value.byteLength
    else if (typeof value === 'object' && value !== null) {
      for (const key in value) {
        if (!Object.hasOwn(value, key)) continue
        bytes += Buffer.byteLength(key)
        waiting.push(Reflect.get(value, key))
        if (values + waiting.length > MAX_VALUES) return true
      }
    }
    if (bytes > MAX_BYTES || values > MAX_VALUES) return true
  }
  return false
}

/**
 * Where an answer holds something that its schema does not: the schema would pass over it, the transport would send
 * it. Undefined counts too, for JSON drops it and a message port does not.
 */
export function findStray(answer: unknown, parsed: unknown, path = ''): string | null {
  if (typeof answer !== 'object' || answer === null || typeof parsed !== 'object' || parsed === null)
    return Object.is(answer, parsed) ? null : path || '—'
  for (const [key, value] of Object.entries(answer)) {
    const at = path === '' ? key : `${path}.${key}`
    if (!Object.hasOwn(parsed, key) || value === undefined) return at
    const stray = findStray(value, Reflect.get(parsed, key), at)
    if (stray !== null) return stray
  }
  return null
}
