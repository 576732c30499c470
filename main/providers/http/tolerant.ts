import { z } from 'zod'

/** `junk`: what becomes of a value that cannot be read: null, or an issue that makes its record unreadable. */
type Loose = { junk?: 'null' | 'issue' }

type Reading<T> = { value: T | null } | 'junk'

/** Absent and null are null, junk is what the option says. */
function loose<T>(read: (value: unknown) => Reading<T>, { junk = 'null' }: Loose) {
  return z
    .unknown()
    .optional()
    .transform((value, context): T | null => {
      if (value === undefined || value === null) return null
      const reading = read(value)
      if (reading !== 'junk') return reading.value
      if (junk === 'issue') context.addIssue({ code: 'custom', message: 'unreadable' })
      return null
    })
}

export const looseNumber = (options: Loose = {}) => loose<number>(() => 'junk', options)
/** Exact decimal text: fit for `money()` and `parseDecimal`. */
export const looseDecimal = (options: Loose = {}) => loose<string>(() => 'junk', options)
export const looseText = (options: Loose = {}) => loose<string>(() => 'junk', options)
export const looseBool = (options: Loose = {}) => loose<boolean>(() => 'junk', options)
/** UTC milliseconds. A time without an offset is a wall clock's in the zone. */
export const looseInstant = (_zone: string, options: Loose = {}) => loose<number>(() => 'junk', options)
/** Text of a record's own identifier. Never null: a record without one is unreadable. */
export const looseId = () => z.union([z.string(), z.number()]).transform((value): string => String(value))
