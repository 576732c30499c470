const MAX_RAW = 16_000
const MAX_NAME = 300

/** A provider's record as it may be kept: the wire's own object after its secrets were taken out, as bounded JSON text. */
export function rawText(record: unknown): string {
  const text = JSON.stringify(record) ?? 'null'
  return text.length <= MAX_RAW
    ? text
    : JSON.stringify({ cut: text.length, start: text.slice(0, MAX_RAW / 2) })
}

/**
 * A name from outside, fit for a list: bounded, on one line, without the characters that are invisible or turn the
 * direction of what follows. Nothing left: the fallback.
 */
export function cleanName(name: unknown, fallback: string): string {
  const text = typeof name === 'string' || typeof name === 'number' ? String(name).slice(0, 4 * MAX_NAME) : ''
  const clean = text.replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, ' ').trim()
  const bounded = [...clean].slice(0, MAX_NAME).join('')
  return bounded === '' ? fallback : bounded
}
