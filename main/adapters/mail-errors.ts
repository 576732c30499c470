import { AppError } from '#shared/errors/app-error.ts'

type Failed = Error & {
  code?: string
  /** What Node called it, before the library did. */
  originalCode?: string
  responseCode?: number
  response?: string
  command?: string
  cause?: unknown
}

const MOST_SAID = 200
/** RFC 1870 and 3463: too large for the server, or for the one it is meant for. */
const TOO_LARGE = new Set([523, 552])

/** A mail server's refusal in our words; of the original goes along what it said, never what was sent. */
export function explainMail(error: unknown, host: string): AppError {
  if (error instanceof AppError) return error
  const failed = (error instanceof Error ? error : {}) as Failed
  const { code = '', responseCode = 0, message = '' } = failed
  const said = saidBy(failed)
  const isPassing = responseCode >= 400 && responseCode < 500
  if ((code === 'EAUTH' || code === 'ENOAUTH') && !isPassing) return new AppError('delivery.mailLogin')
  if (isTls(failed)) return new AppError('delivery.mailTls', { host })
  if (code === 'ETIMEDOUT') return new AppError('delivery.mailTimeout', { host })
  if (TOO_LARGE.has(responseCode) || /size larger than allowed/i.test(message))
    return new AppError('delivery.tooLarge')
  if (responseCode >= 500) return new AppError('delivery.mailRefused', { reason: said })
  if (isPassing) return new AppError('delivery.mailBusy', { host, reason: said })
  return new AppError('delivery.mailUnreachable', { host })
}

const TLS = /^(?:ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO)/

/** The handshake, or what the server calls itself; a server without STARTTLS among them. */
const isTls = ({ code = '', originalCode = '', command = '', message = '' }: Failed): boolean =>
  code === 'ETLS' ||
  command === 'STARTTLS' ||
  TLS.test(code) ||
  TLS.test(originalCode) ||
  /required STARTTLS/.test(message)

const saidBy = ({ response = '', message = '' }: Failed): string =>
  (response || message)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_SAID)
