import type { ErrorCode, ErrorDetails } from './codes.ts'

/** An expected failure. Anything else that is thrown is a bug: logged with its stack, shown as `internal` with a reference. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

export type ErrorView = { code: ErrorCode; details: ErrorDetails; ref: string | null }

export type Envelope<T> = { ok: true; value: T } | { ok: false; error: ErrorView }
