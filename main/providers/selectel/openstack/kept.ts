import { z } from 'zod'
import { rawText } from '#main/core/model/raw.ts'
import { withoutSecrets } from './without-secrets.ts'

type Kept = { raw: string }

/** What is used of a record, and beside it the whole record as it may be kept: without its secrets, as bounded text. */
export const kept = <S extends z.ZodObject>(schema: S) =>
  z.unknown().transform((record, context): z.output<S> & Kept => {
    const read = schema.safeParse(record)
    if (read.success) return { ...read.data, raw: rawText(withoutSecrets(record)) }
    for (const { path, message } of read.error.issues) {
      context.addIssue({ code: 'custom', message, path: [...path] })
    }
    return z.NEVER
  })
