import type { ErrorView } from '#shared/errors/app-error.ts'

/** The backend's refusal, or `host.offline` when nothing answered. Its sentence stands in shared/texts/errors.ts. */
export class TransportError extends Error {
  readonly error: ErrorView

  constructor(error: ErrorView) {
    super(error.code)
    this.name = 'TransportError'
    this.error = error
  }
}

export const offlineError = (): TransportError =>
  new TransportError({ code: 'host.offline', details: {}, ref: null })
