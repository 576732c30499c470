import { AppError } from '#shared/errors/app-error.ts'
import { CutShort, TooLarge } from './net-body.ts'
import type { ChosenProxy } from './net-route.ts'

/** Texts for these reasons stand in shared/texts/reasons.ts. */
const tlsReasons: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'selfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknownIssuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknownIssuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknownIssuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknownIssuer',
  CERT_UNTRUSTED: 'unknownIssuer',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'notYetValid',
  CERT_REVOKED: 'revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrongHost',
  HOSTNAME_MISMATCH: 'wrongHost',
  EPROTO: 'protocol',
}

const connectReasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'unknownName',
  EAI_AGAIN: 'unknownName',
  EAI_FAIL: 'unknownName',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'noRoute',
  ENETUNREACH: 'noRoute',
  EADDRNOTAVAIL: 'noRoute',
  ETIMEDOUT: 'silent',
}

type Failed = Error & { code?: string; statusCode?: number }

/**
 * Node's error in our words. Nothing of the original goes along: its message may name the proxy, its properties what
 * was sent.
 */
export function explainFailure(error: unknown, host: string, proxy: ChosenProxy | null): AppError {
  if (error instanceof AppError) return error
  if (error instanceof TooLarge) return new AppError('provider.tooLarge', { host })
  if (error instanceof CutShort)
    return new AppError('provider.badAnswer', { host, path: '—', problem: 'cut' })
  const { code = '', statusCode } = (error instanceof Error ? error : {}) as Failed
  // A header can only be unfit for the wire by what a person entered: a key with a letter of another alphabet.
  if (code === 'ERR_INVALID_CHAR') return new AppError('provider.badCredentials', { said: '' })
  if (proxy && code === 'ERR_PROXY_TUNNEL') return proxyFailure(proxy, statusCode)
  const connecting = connectReasons[code]
  if (proxy && connecting) return new AppError('provider.proxy', { proxy: proxy.shown, reason: connecting })
  const reason = tlsReasons[code]
  if (reason || /^(ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_)/.test(code))
    return new AppError('provider.tls', { host, reason: reason ?? tlsDefault(code) })
  if (code.startsWith('HPE_')) return new AppError('provider.badAnswer', { host, path: '—', problem: 'http' })
  return new AppError('provider.unreachable', { host, reason: connecting ?? 'reset' })
}

const tlsDefault = (code: string): string => (/^ERR_/.test(code) ? 'protocol' : 'untrusted')

export function proxyFailure(proxy: ChosenProxy, status: number | undefined): AppError {
  if (status === 407) return new AppError('provider.proxy', { proxy: proxy.shown, reason: 'login' })
  return status === undefined || Number.isNaN(status)
    ? new AppError('provider.proxy', { proxy: proxy.shown, reason: 'badAnswer' })
    : new AppError('provider.proxy', { proxy: proxy.shown, reason: 'answered', status })
}
