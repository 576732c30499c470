import { z } from 'zod'
import { type Each, eachOf } from '#main/providers/http/each-of.ts'
import { looseNumber } from '#main/providers/http/tolerant.ts'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record of a list, with all that came along as `raw`: normalize takes from it what may be kept. */
export function record<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess(
    (given) => (isRecord(given) ? { ...given, raw: given } : given),
    z.object({ ...shape, raw: z.unknown() }),
  )
}

/** A part of a record that may be absent or something else altogether: then nothing is known of its fields. */
export function part<S extends z.ZodRawShape>(shape: S) {
  const schema = z.object(shape)
  return z
    .unknown()
    .optional()
    .transform((given) => schema.parse(isRecord(given) ? given : {}))
}

/** A list inside a record; what is no list has no elements. */
export function several<S extends z.ZodRawShape>(shape: S) {
  const schema = z.object(shape)
  return z
    .unknown()
    .optional()
    .transform((given) =>
      (Array.isArray(given) ? given : []).filter(isRecord).map((item) => schema.parse(item)),
    )
}

export const texts = () =>
  z
    .unknown()
    .optional()
    .transform((given): string[] =>
      (Array.isArray(given) ? given : []).filter((item) => typeof item === 'string' && item !== ''),
    )

type Listed<T> = { list: Each<T>; total: number | null }

/**
 * A list of the new API. What is empty or nought is left out of its answers, so a body with nothing else in it is an
 * empty list; a body with other things in it and no list is one that we do not understand.
 */
export function listUnder<S extends z.ZodType>(name: string, schema: S) {
  const list = eachOf(schema)
  const count = looseNumber()
  return z.unknown().transform((body, context): Listed<z.output<S>> => {
    const record = isRecord(body) ? body : { body }
    const total = count.parse(record.total_count)
    const given = record[name] ?? (isBare(record, name) && !total ? [] : undefined)
    const parsed = list.safeParse(given)
    if (parsed.success) return { list: parsed.data, total }
    context.addIssue({ code: 'custom', path: [name], message: 'no list' })
    return z.NEVER
  })
}

const isBare = (body: Record<string, unknown>, name: string): boolean =>
  Object.keys(body).every((key) => key === name || key === 'total_count')

/** A list of the hosting API: nothing at all for an empty one, and an object where PHP lost the order of the keys. */
export function listResult<S extends z.ZodType>(schema: S) {
  return z.preprocess((given) => {
    if (given === null || given === undefined || given === false || given === '') return []
    return isRecord(given) && Object.values(given).every(isRecord) ? Object.values(given) : given
  }, eachOf(schema))
}
