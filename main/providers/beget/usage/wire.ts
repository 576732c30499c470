import { z } from 'zod'
import { isRecord } from '../common/shapes.ts'

/** Two lists side by side; the second may be shorter, and have holes. */
export type Series = { dates: readonly unknown[]; values: readonly unknown[] }

function seriesIn(given: unknown): Series | null {
  if (!isRecord(given)) return null
  const { date, value } = given
  return { dates: Array.isArray(date) ? date : [], values: Array.isArray(value) ? value : [] }
}

/**
 * The series under the first of these names that is there. A machine without figures has none of them, or nothing at
 * all: proto3 leaves out what is empty.
 */
export const seriesUnder = (...names: readonly string[]) =>
  z.unknown().transform((body, context): Series[] => {
    if (!isRecord(body)) {
      context.addIssue({ code: 'custom', message: 'no object' })
      return z.NEVER
    }
    return names.flatMap((name) => seriesIn(body[name]) ?? [])
  })
