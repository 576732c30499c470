import { MessageChannel } from 'node:worker_threads'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import { serveBackend } from '#main/hosts/channel/backend-port.ts'
import { portOf } from '#main/hosts/channel/messages.ts'
import { createRelay } from '#main/hosts/channel/relay.ts'
import { startWebServer } from '#main/hosts/web/server.ts'
import { openStore } from '#main/store/open.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import { type Bank, netWithBank } from '#tests/fakes/bank.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { addPerson, client, putSession } from '#tests/support/people.ts'
import { type ClientName, clients } from './case.ts'

type Transport = {
  call(client: ClientName, name: string, input: unknown): Promise<Envelope<unknown>>
  subscribe(client: ClientName, listener: (event: AppEvent) => void): Promise<void>
  close(): Promise<void>
}

type Setting = { backend: Backend; ports: TestPorts }

const keyOf = (name: ClientName): string => `key-of-${name}`

/** A store with the first organisation, its owner and its viewer, both signed in. */
export async function startBackend(folder: string, bank?: Bank): Promise<Setting> {
  const ports = testPorts(folder)
  if (bank) ports.net = netWithBank(ports.net, bank)
  const store = await openStore(ports)
  for (const [name, role] of [
    ['keeper', 'owner'],
    ['viewer', 'viewer'],
  ] as const) {
    const person = addPerson(store, { workspaceId: 'w0', userId: name, role, passwordHash: 'no hash' })
    putSession(store, client(keyOf(name)), person, { atMs: ports.clock.nowMs() })
  }
  store.close()
  return { backend: await createBackend(ports), ports }
}

async function overDirectCall({ backend }: Setting): Promise<Transport> {
  return {
    call: (name, call, input) => backend.call(call, input, client(keyOf(name))),
    subscribe: async (name, listener) => {
      backend.subscribe(client(keyOf(name)), listener)
    },
    close: () => backend.close(),
  }
}

async function overHttp({ backend, ports }: Setting): Promise<Transport> {
  let secret = ''
  const server = await startWebServer({
    backend,
    bundleFolder: ports.paths.dataFolder,
    ids: { ...ports.ids, secret: () => secret },
    log: ports.log,
    inbox: ports.inbox,
    exportsFolder: ports.paths.exportsFolder,
  })
  const cookies = new Map<ClientName, string>()
  for (const name of clients) {
    secret = `token-of-${name}`
    const link = server.newLink()
    secret = keyOf(name)
    const answer = await fetch(link, { redirect: 'manual' })
    cookies.set(name, answer.headers.get('set-cookie')?.split(';')[0] ?? '')
  }
  const headersOf = (name: ClientName): Record<string, string> => ({
    Cookie: cookies.get(name) ?? '',
    Origin: server.origin,
    'Content-Type': 'application/json',
  })
  const streams = new AbortController()
  const reading: Promise<void>[] = []

  return {
    call: async (name, call, input) => {
      const answer = await fetch(`${server.origin}/rpc/${call}`, {
        method: 'POST',
        headers: headersOf(name),
        body: JSON.stringify(input),
      })
      return (await answer.json()) as Envelope<unknown>
    },
    subscribe: async (name, listener) => {
      const answer = await fetch(`${server.origin}/events`, {
        headers: headersOf(name),
        signal: streams.signal,
      })
      reading.push(readEvents(answer, listener).catch(() => undefined))
    },
    close: async () => {
      streams.abort()
      await Promise.all(reading)
      await server.close()
      await backend.close()
    },
  }
}

async function readEvents(answer: Response, listener: (event: AppEvent) => void): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks)
      if (block.startsWith('data: ')) listener(JSON.parse(block.slice('data: '.length)) as AppEvent)
  }
}

/** Main process and backend process joined by a message channel, as the window host joins them. */
async function overElectronPorts({ backend, ports }: Setting): Promise<Transport> {
  const { port1, port2 } = new MessageChannel()
  const relay = createRelay({ port: portOf(port1), log: ports.log })
  serveBackend({ backend, port: portOf(port2), log: ports.log })
  await relay.ready
  return {
    call: (name, call, input) => relay.call(call, input, keyOf(name)),
    subscribe: async (name, listener) => relay.subscribe(keyOf(name), listener),
    close: async () => {
      await relay.close()
      port1.close()
    },
  }
}

export const transports: Record<string, (setting: Setting) => Promise<Transport>> = {
  'direct call': overDirectCall,
  HTTP: overHttp,
  'Electron ports': overElectronPorts,
}
