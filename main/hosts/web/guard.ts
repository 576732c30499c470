import type { IncomingMessage } from 'node:http'

/** Why a request is turned away before anything looks at what it wants; `reason` is for the log. */
export type Refusal = { status: number; reason: string; allow?: string }

/** A name that resolves to this machine is not this machine: DNS rebinding ends here. */
export function refuseHost(request: IncomingMessage, authority: string): Refusal | null {
  const given = request.rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host')
  if (given.length !== 1 || request.headers.host !== authority) return { status: 421, reason: 'host' }
  return request.url?.startsWith('/') && !request.url.startsWith('//') ? null : { status: 400, reason: 'url' }
}

/** Browsers say where a request comes from. Programs that are not browsers say nothing and have no one's cookie. */
export function refuseSite(request: IncomingMessage, allowed: readonly string[]): Refusal | null {
  const site = request.headers['sec-fetch-site']
  return site === undefined || (typeof site === 'string' && allowed.includes(site))
    ? null
    : { status: 403, reason: 'site' }
}

/** A call comes from our own page, as JSON, and a file as bytes: a form or an image on another page can send neither. */
export function refuseCall(
  request: IncomingMessage,
  origin: string,
  wanted: 'application/json' | 'application/octet-stream' = 'application/json',
): Refusal | null {
  if (request.headers.origin !== origin) return { status: 403, reason: 'origin' }
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type !== wanted) return { status: 415, reason: 'type' }
  return refuseSite(request, ['same-origin'])
}
