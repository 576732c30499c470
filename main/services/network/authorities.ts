import { X509Certificate } from 'node:crypto'
import { AppError } from '#shared/errors/app-error.ts'
import type { Day } from '#shared/lib/day.ts'

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
const KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

/** The certificates of a file and nothing else of it, each once. A private key has no business here. */
export function readAuthorities(pem: string): string {
  if (KEY.test(pem)) throw new AppError('network.holdsKey')
  const blocks = new Map<string, string>()
  for (const [block] of pem.matchAll(BLOCK)) {
    const certificate = parse(block)
    if (!certificate) throw new AppError('network.badCertificate')
    blocks.set(certificate.fingerprint256, certificate.toString().trim())
  }
  if (blocks.size === 0) throw new AppError('network.badCertificate')
  return `${[...blocks.values()].join('\n')}\n`
}

/** Who is trusted and until when, in the order of the file. */
export function describeAuthorities(pem: string): { subject: string; validTo: Day }[] {
  return [...pem.matchAll(BLOCK)].flatMap(([block]) => {
    const certificate = parse(block)
    if (!certificate) return []
    const validTo = certificate.validToDate.toISOString().slice(0, 10) as Day
    return [{ subject: subjectOf(certificate), validTo }]
  })
}

function parse(block: string): X509Certificate | null {
  try {
    return new X509Certificate(block)
  } catch {
    return null
  }
}

/** The name and the organisation as a person would say them; the whole subject where it has neither. */
function subjectOf(certificate: X509Certificate): string {
  const subject: unknown = certificate.toLegacyObject().subject
  const parts = ['CN', 'O'].map((key) => textOf(subject, key)).filter((part) => part !== '')
  return [...new Set(parts)].join(', ') || certificate.subject.replaceAll('\n', ', ') || '—'
}

function textOf(subject: unknown, key: string): string {
  if (typeof subject !== 'object' || subject === null) return ''
  const value: unknown = Reflect.get(subject, key)
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}
