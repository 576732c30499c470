/** Larger than any call of ours, the same for every transport. */
const MAX_BYTES = 1_000_000
/** The longest list that a call takes is of fifty thousand, and a little stands around it. */
const MAX_VALUES = 60_000
// What is nested deeper overflows the stack of whoever walks it by recursion: the schemas, the message port.
const MAX_DEPTH = 20

/** Counts no further than the bounds, so that the check of something huge is cheap as well. */
export function isTooLarge(input: unknown): boolean {
  let bytes = 0
  let values = 0
  let level: unknown[] = [input]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true
    const next: unknown[] = []
    for (const value of level) {
      values += 1
      if (typeof value === 'string') bytes += Buffer.byteLength(value)
      if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) bytes += value.byteLength
      else if (typeof value === 'object' && value !== null) {
        for (const key in value) {
          if (!Object.hasOwn(value, key)) continue
          bytes += Buffer.byteLength(key)
          next.push(Reflect.get(value, key))
          if (values + next.length > MAX_VALUES) return true
        }
      }
      if (bytes > MAX_BYTES || values > MAX_VALUES) return true
    }
    level = next
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
