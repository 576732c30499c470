import { X509Certificate } from 'node:crypto'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { createSecureContext, getCACertificates } from 'node:tls'
import { AppError } from '#shared/errors/app-error.ts'
import type { ChosenProxy } from './net-route.ts'

export type Agents = { http: HttpAgent; https: HttpsAgent }

/** Servers let go of idle connections after five seconds or more: leaving first, we never write into a closing one. */
const IDLE_MS = 4000
const KEPT = 8

/** Connections outlive a request, and are shared by all that go the same way with the same trust. */
export function createAgents(): (proxy: ChosenProxy | null, caPem: string | null) => Agents {
  const kept = new Map<string, Agents>()
  return (proxy, caPem) => {
    const key = JSON.stringify([proxy?.url ?? null, caPem])
    const agents = kept.get(key) ?? makeAgents(proxy, caPem)
    kept.delete(key)
    kept.set(key, agents)
    // The one used longest ago is let go of; its idle connections end by themselves.
    if (kept.size > KEPT) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest)
    return agents
  }
}

function makeAgents(proxy: ChosenProxy | null, caPem: string | null): Agents {
  // Node's own agents speak to the proxy: CONNECT for https, absolute addresses for http.
  const proxyEnv = proxy ? { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url } : {}
  const common = { keepAlive: true, timeout: IDLE_MS, proxyEnv }
  return {
    http: new HttpAgent(common),
    https: new HttpsAgent({ ...common, rejectUnauthorized: true, ...trust(caPem) }),
  }
}

/** Parsed once for all connections of an agent: the built-in list alone is some 150 certificates. */
function trust(caPem: string | null) {
  if (caPem === null) return {}
  try {
    // A context passes over what it cannot read; an authority that does not count should be known of.
    new X509Certificate(caPem)
    return { secureContext: createSecureContext({ ca: [...getCACertificates('default'), caPem] }) }
  } catch {
    throw new AppError('network.badCertificate')
  }
}
