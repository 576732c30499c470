import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NodeInbox } from '#main/adapters/inbox.ts'
import type { Backend } from '#main/backend/create-backend.ts'
import type { Ids, Log } from '#main/ports/ports.ts'
import { openPage } from '../page/assets.ts'
import { PAGE_HEADERS } from '../page/csp.ts'
import { createClients } from './clients.ts'
import { createDownloads } from './download.ts'
import { createEventStreams } from './event-stream.ts'
import { type Refusal, refuseCall, refuseHost, refuseSite } from './guard.ts'
import { answer, carryCall, failure } from './rpc.ts'
import { strangerPage, strangerStyle, strangerStylePath } from './stranger-page.ts'
import { createUploads, type UploadLimits, uploadLimits } from './upload.ts'

const ADDRESS = '127.0.0.1'
const FILES_PATH = '/files'
const EXPORT_PATH = /^\/exports\/([\w-]{1,64})$/
const CALL_PATH = /^\/rpc\/([a-z]+\.[a-z]+)$/i

/** How long a client may dawdle and how many there may be. */
type WebLimits = UploadLimits & {
  headersMs: number
  /** For everything but files. */
  requestMs: number
  checkEveryMs: number
  heartbeatMs: number
  connections: number
}

const defaultLimits: WebLimits = {
  ...uploadLimits,
  headersMs: 10_000,
  requestMs: 30_000,
  checkEveryMs: 5_000,
  heartbeatMs: 20_000,
  connections: 256,
}

export type WebServer = {
  origin: string
  /** Opens the page once. */
  link: string
  newLink(): string
  close(): Promise<void>
}

type Options = {
  backend: Backend
  bundleFolder: string
  ids: Ids
  log: Log
  inbox: NodeInbox
  exportsFolder: string
  port?: number | undefined
  limits?: Partial<WebLimits>
}

/** Null when the request has been answered. */
type Answer = Refusal | null

/** The page and its calls on the loopback address, for the one person at this machine. */
export async function startWebServer(options: Options): Promise<WebServer> {
  const { backend, bundleFolder, ids, log, inbox } = options
  const limits = { ...defaultLimits, ...options.limits }
  const page = openPage(bundleFolder)
  const server = createServer(
    { maxHeaderSize: 16_384, requireHostHeader: false, connectionsCheckingInterval: limits.checkEveryMs },
    (request, response) => {
      serve(request, response).catch((error: unknown) => {
        // Whoever asked has gone away in the middle: nobody is left to answer.
        if (request.errored) return
        log.write('error', 'web.crashed', { stack: error instanceof Error ? error.stack : String(error) })
        if (response.headersSent) response.destroy()
        else answer(response, 500, failure('internal'))
      })
    },
  )
  server.headersTimeout = limits.headersMs
  // Node has one bound for all requests, and a file takes as long as it takes.
  server.requestTimeout = 0
  server.maxConnections = limits.connections

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: ADDRESS, port: options.port ?? 0, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.address() as AddressInfo
  const authority = `${ADDRESS}:${port}`
  const origin = `http://${authority}`
  const clients = createClients(ids, port)
  const streams = createEventStreams(backend, limits.heartbeatMs)
  const giveExport = createDownloads({ backend, exportsFolder: options.exportsFolder })
  const takeUpload = createUploads({ backend, inbox, limits })
  const newLink = (): string => `${origin}/auth?t=${clients.newToken()}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value)
    if (request.url !== FILES_PATH) endLate(request, limits.requestMs)
    const refusal = refuseHost(request, authority) ?? (await route(request, response))
    if (!refusal) return
    const { status, reason, allow } = refusal
    log.write('warn', 'web.refused', { status, reason })
    if (allow) response.setHeader('Allow', allow)
    // What was refused may have a body on its way, which nobody will read.
    response.setHeader('Connection', 'close')
    send(response, status, 'text/plain; charset=utf-8', `${status}\n`)
  }

  function route(request: IncomingMessage, response: ServerResponse): Answer | Promise<Answer> {
    const url = request.url ?? '/'
    const path = url.split('?', 1)[0] ?? '/'
    if (path.startsWith('/rpc/')) return serveCall(request, response, path)
    if (url === FILES_PATH) return serveUpload(request, response)
    if (request.method !== 'GET') return { status: 405, reason: 'method', allow: 'GET' }
    if (path === '/auth') return serveLink(request, response, url)
    if (path === '/events') return serveEvents(request, response)
    const exported = EXPORT_PATH.exec(path)?.[1]
    if (exported !== undefined) return serveExport(request, response, exported)
    return serveFile(request, response, path)
  }

  function serveLink(request: IncomingMessage, response: ServerResponse, url: string): Answer {
    // A link planted on another site must not even use the token up.
    const wrongSite = refuseSite(request, ['none', 'same-origin'])
    if (wrongSite) return wrongSite
    const cookie = clients.admit(new URLSearchParams(url.slice('/auth?'.length)).get('t') ?? '')
    if (cookie === null) {
      send(response, 403, 'text/html; charset=utf-8', strangerPage)
    } else {
      response.writeHead(303, { Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' })
      response.end()
    }
    return null
  }

  async function serveCall(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<Answer> {
    if (request.method !== 'POST') return { status: 405, reason: 'method', allow: 'POST' }
    const refusal = refuseCall(request, origin)
    if (refusal) return refusal
    const clientKey = clients.keyOf(request.headers.cookie)
    const name = CALL_PATH.exec(path)?.[1]
    if (clientKey === null) answer(response, 401, failure('auth.required'))
    else if (name === undefined) answer(response, 404, failure('call.unknown'))
    else await carryCall(request, response, { backend, name, clientKey })
    return null
  }

  async function serveUpload(request: IncomingMessage, response: ServerResponse): Promise<Answer> {
    if (request.method !== 'POST') return { status: 405, reason: 'method', allow: 'POST' }
    const refusal = refuseCall(request, origin, 'application/octet-stream')
    if (refusal) return refusal
    const clientKey = clients.keyOf(request.headers.cookie)
    if (clientKey === null) return { status: 401, reason: 'stranger' }
    await takeUpload(request, response, clientKey)
    return null
  }

  async function serveExport(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
  ): Promise<Answer> {
    const wrongSite = refuseSite(request, ['same-origin'])
    if (wrongSite) return wrongSite
    const clientKey = clients.keyOf(request.headers.cookie)
    if (clientKey === null) return { status: 401, reason: 'stranger' }
    return (await giveExport(response, { id, clientKey })) ? null : { status: 404, reason: 'export' }
  }

  function serveEvents(request: IncomingMessage, response: ServerResponse): Answer {
    const wrongSite = refuseSite(request, ['same-origin'])
    if (wrongSite) return wrongSite
    const clientKey = clients.keyOf(request.headers.cookie)
    if (clientKey === null) return { status: 401, reason: 'stranger' }
    return streams.open(response, clientKey) ? null : { status: 503, reason: 'streams' }
  }

  function serveFile(request: IncomingMessage, response: ServerResponse, path: string): Answer {
    if (path === strangerStylePath) {
      send(response, 200, 'text/css; charset=utf-8', strangerStyle)
    } else if (clients.keyOf(request.headers.cookie) === null) {
      send(response, 401, 'text/html; charset=utf-8', strangerPage)
    } else {
      const asset = page(path)
      if (!asset) return { status: 404, reason: 'path' }
      send(response, 200, asset.mediaType, asset.body, asset.cacheControl)
    }
    return null
  }

  return {
    origin,
    link: newLink(),
    newLink,
    close: () =>
      new Promise((resolve) => {
        streams.closeAll()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A body that does not end holds its connection no longer than this. */
function endLate(request: IncomingMessage, limitMs: number): void {
  const timer = setTimeout(() => request.complete || request.destroy(), limitMs)
  timer.unref()
  request.once('close', () => clearTimeout(timer))
}

function send(
  response: ServerResponse,
  status: number,
  mediaType: string,
  body: string | Buffer,
  cacheControl = 'no-store',
): void {
  const length = Buffer.byteLength(body)
  response.writeHead(status, {
    'Content-Type': mediaType,
    'Content-Length': length,
    'Cache-Control': cacheControl,
  })
  response.end(body)
}
