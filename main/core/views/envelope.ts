import { AppError } from '#shared/errors/app-error.ts'
import type { ErrorCode } from '#shared/errors/codes.ts'

/** What a file of ours says of itself; what a later version writes, an earlier one does not read. */
export type Envelope = { format: string; version: number; bad: ErrorCode; newer: ErrorCode }

export const writeEnvelope = ({ format, version }: Envelope, content: object): string =>
  `${JSON.stringify({ format, version, ...content }, null, 2)}\n`

export function readEnvelope(
  text: string,
  { format, version, bad, newer }: Envelope,
): Record<string, unknown> {
  const { format: toldFormat, version: toldVersion, ...content } = readObject(text, bad)
  if (toldFormat !== format || typeof toldVersion !== 'number') throw new AppError(bad)
  if (toldVersion > version) throw new AppError(newer)
  return content
}

function readObject(text: string, bad: ErrorCode): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Not JSON at all.
  }
  throw new AppError(bad)
}
