import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export type ProxyServer = {
  /** With the name and password that it wants, when it wants them. */
  url: string
  /** `127.0.0.1:<port>`: what people may see of it. */
  shown: string
  /** What was asked for: `CONNECT api.fake.example:443`, `GET http://…`. */
  requests: string[]
  close(): Promise<void>
}

type Options = {
  credentials?: { user: string; password: string }
  /** Where names lead, `host:port` to a port of this machine; what is not named leads where it says. */
  names?: Readonly<Record<string, number>>
  /** Answers every CONNECT with this instead. */
  answers?: string
}

/** A forward proxy as offices have them: CONNECT for https, whole addresses for http, a name and password at will. */
export async function startProxyServer(options: Options = {}): Promise<ProxyServer> {
  const { credentials, names = {}, answers } = options
  const requests: string[] = []
  const sockets = new Set<Duplex>()
  const wanted = credentials && `Basic ${btoa(`${credentials.user}:${credentials.password}`)}`
  const isLetIn = (request: IncomingMessage): boolean =>
    wanted === undefined || request.headers['proxy-authorization'] === wanted

  const server = createServer((incoming, response) => {
    requests.push(`${incoming.method} ${incoming.url}`)
    if (isLetIn(incoming)) passOn(incoming, response)
    else response.writeHead(407, { 'proxy-authenticate': 'Basic realm="fake"' }).end()
  })
  server.on('connection', (socket) => keep(socket))
  server.on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    requests.push(`CONNECT ${incoming.url}`)
    if (answers !== undefined) socket.end(answers)
    else if (isLetIn(incoming)) tunnel(incoming.url ?? '', socket)
    else socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\n\r\n')
  })

  function keep(socket: Duplex): void {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // Either side of a tunnel may be cut at any time.
    socket.on('error', () => socket.destroy())
  }

  function tunnel(target: string, socket: Duplex): void {
    const [host = '', port = '443'] = target.split(':')
    const own = names[target]
    const far: Socket = connect(own ?? Number(port), own === undefined ? host : '127.0.0.1')
    keep(far)
    far.once('connect', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(far)
      far.pipe(socket)
    })
    far.on('close', () => socket.destroy())
    socket.on('close', () => far.destroy())
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const shown = `127.0.0.1:${port}`
  const user = credentials
    ? `${encodeURIComponent(credentials.user)}:${encodeURIComponent(credentials.password)}@`
    : ''
  return {
    url: `http://${user}${shown}`,
    shown,
    requests,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function passOn(incoming: IncomingMessage, response: ServerResponse): void {
  const { 'proxy-authorization': _own, ...headers } = incoming.headers
  const onward = httpRequest(incoming.url ?? '', { method: incoming.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.writeHead(502).end())
  incoming.pipe(onward)
}
