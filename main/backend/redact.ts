import { redact } from '#shared/lib/redact.ts'

const MAX_TEXT = 200

/** A call's input as the audit trail may keep it. */
export const redactInput = (value: unknown): unknown => redact(value, MAX_TEXT)
