import { z } from 'zod'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { readInstant } from './instant.ts'

/** `junk`: what becomes of a value that cannot be read: null, or an issue that makes its record unreadable. */
type Loose = { junk?: 'null' | 'issue' }

type Reading<T> = T | null | 'junk'

const MAX_TEXT = 10_000
const MAX_ID = 300
/** Longer ones are no figures, and slow to read. */
const MAX_FIGURE = 60
const FIGURE = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/

/** A field in whatever form a provider's day gives it. Absent, null and '' are null; junk is what the option says. */
function loose<T>(read: (value: unknown) => Reading<T>, { junk = 'null' }: Loose) {
  return z
    .unknown()
    .optional()
    .transform((value, context): T | null => {
      if (value === undefined || value === null) return null
      if (typeof value === 'string' && value.trim() === '') return null
      const reading = read(value)
      if (reading !== 'junk') return reading
      if (junk === 'issue') context.addIssue({ code: 'custom', message: 'unreadable' })
      return null
    })
}

/** A figure that is no money: a size, a count. Not NaN, not beyond what a number holds. */
export const looseNumber = (options: Loose = {}) =>
  loose<number>((value) => {
    const figure = figureText(value)
    const number = figure === null ? Number.NaN : Number(figure)
    return Number.isFinite(number) ? number : 'junk'
  }, options)

/** Exact decimal text, fit for `money()` and `parseDecimal`: of a JSON number its shortest form, of a string its own. */
export const looseDecimal = (options: Loose = {}) =>
  loose<string>((value) => {
    const figure = figureText(value)
    const femtos = figure === null ? null : parseDecimal(figure)
    return femtos === null ? 'junk' : formatDecimal(femtos)
  }, options)

/** Trimmed text; a number or a boolean as it is written. What is longer than any name or note is cut. */
export const looseText = (options: Loose = {}) =>
  loose<string>((value) => plainText(value)?.trim().slice(0, MAX_TEXT) ?? 'junk', options)

const yes = new Set(['true', '1', 'yes', 'y', 'on'])
const no = new Set(['false', '0', 'no', 'n', 'off'])

export const looseBool = (options: Loose = {}) =>
  loose<boolean>((value) => {
    const word = plainText(value)?.trim().toLowerCase() ?? ''
    if (yes.has(word)) return true
    return no.has(word) ? false : 'junk'
  }, options)

/**
 * UTC milliseconds. A time without an offset is a wall clock's in the zone, a day alone begins there. `0`, which some
 * send for "never", is null.
 */
export const looseInstant = (zone: string, options: Loose = {}) =>
  loose<number>((value) => {
    if (value === 0 || value === '0') return null
    return (typeof value === 'string' ? readInstant(value, zone) : null) ?? 'junk'
  }, options)

/** Text of a record's own identifier. Never null: a record without one is unreadable. */
export const looseId = () =>
  z.union([z.string(), z.number()]).transform((value, context): string => {
    const text = String(value).trim()
    const isFit =
      typeof value === 'number' ? Number.isSafeInteger(value) : text !== '' && text.length <= MAX_ID
    if (!isFit) context.addIssue({ code: 'custom', message: 'unreadable' })
    return text
  })

function figureText(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text.length <= MAX_FIGURE && FIGURE.test(text) ? text : null
}

function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
    ? String(value)
    : null
}
