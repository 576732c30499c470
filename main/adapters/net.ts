import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Net, NetAnswer, NetRequest } from '#main/ports/net.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Agents, createAgents } from './net-agents.ts'
import { readBody } from './net-body.ts'
import { explainFailure, proxyFailure } from './net-errors.ts'
import { allowedUrl, type ChosenProxy, proxyFor } from './net-route.ts'
import type { Environment } from './paths.ts'

/** Node's own client: it knows proxies and extra authorities, which fetch does not without a package. */
export function createNet(env: Environment): Net {
  const agentsFor = createAgents()
  return {
    async send(request) {
      request.signal.throwIfAborted()
      const url = allowedUrl(request.url)
      const proxy = proxyFor(url, request.route, env)
      try {
        return await exchange(request, url, proxy, agentsFor(proxy, request.route.caPem))
      } catch (error) {
        if (request.signal.aborted) throw request.signal.reason
        throw explainFailure(error, url.host, proxy)
      }
    },
  }
}

/** One request and its answer, ended by whatever comes first: the last byte, a fault, the time, the signal. */
function exchange(
  request: NetRequest,
  url: URL,
  proxy: ChosenProxy | null,
  agents: Agents,
): Promise<NetAnswer> {
  const { signal, timeoutMs } = request
  return new Promise((resolve, reject) => {
    const outgoing = open(request, url, agents)
    const fail = (error: unknown): void => {
      settle()
      reject(error)
      outgoing.destroy()
    }
    const cancel = (): void => fail(signal.reason)
    const seconds = Math.max(1, Math.round(timeoutMs / 1000))
    const timer = setTimeout(
      () => fail(new AppError('provider.timeout', { host: url.host, seconds })),
      timeoutMs,
    )
    const settle = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
    }
    signal.addEventListener('abort', cancel)
    // Stays for good: a connection may fail once more after its request is settled.
    outgoing.on('error', fail)
    outgoing.on('response', (response) => {
      if (proxy && url.protocol === 'http:' && response.statusCode === 407) {
        fail(proxyFailure(proxy, 407))
        return
      }
      readBody(response, request.maxBytes).then((bytes) => {
        settle()
        const answer = { status: response.statusCode ?? 0, headers: headersOf(response) }
        if (request.asBytes) resolve({ ...answer, text: '', bytes })
        else resolve({ ...answer, text: new TextDecoder('utf-8').decode(bytes) })
      }, fail)
    })
    outgoing.end(request.body)
  })
}

function open({ method, headers, body }: NetRequest, url: URL, agents: Agents): ClientRequest {
  const isSecure = url.protocol === 'https:'
  const options = {
    method,
    headers: {
      'user-agent': 'InfraZen-Desktop',
      ...headers,
      'accept-encoding': 'gzip, deflate, br',
      ...(method === 'POST' ? { 'content-length': Buffer.byteLength(body ?? '') } : {}),
    },
    agent: isSecure ? agents.https : agents.http,
  }
  return isSecure ? httpsRequest(url, options) : httpRequest(url, options)
}

function headersOf(response: IncomingMessage): Record<string, string> {
  const entries = Object.entries(response.headers)
  return Object.fromEntries(entries.map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))
}
