import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import type { Backend } from '#main/backend/create-backend.ts'
import { serveBackend } from '#main/hosts/channel/backend-port.ts'
import { portOf } from '#main/hosts/channel/messages.ts'
import { createRelay } from '#main/hosts/channel/relay.ts'
import type { LogLevel } from '#main/ports/ports.ts'
import type { AppEvent } from '#shared/contract/events.ts'

const opened: MessageChannel[] = []

function join() {
  const channel = new MessageChannel()
  opened.push(channel)
  const lines: string[] = []
  const log = { write: (_level: LogLevel, event: string) => void lines.push(event) }
  const emitters = new Map<string, (event: AppEvent) => void>()
  let isClosed = false
  const backend: Pick<Backend, 'call' | 'subscribe' | 'close'> = {
    call: async (name, input, caller) => ({ ok: true, value: { name, input, caller } }),
    subscribe: (caller, listener) => {
      emitters.set(caller.clientKey, listener)
      return () => emitters.delete(caller.clientKey)
    },
    close: async () => {
      isClosed = true
    },
  }
  const relay = createRelay({ port: portOf(channel.port2), log })
  const serve = () => serveBackend({ backend, port: portOf(channel.port1), log })
  return { channel, lines, emitters, relay, serve, wasClosed: () => isClosed }
}

afterEach(() => {
  for (const { port1, port2 } of opened.splice(0)) {
    port1.close()
    port2.close()
  }
})

describe('the relay', () => {
  it('hands each answer to whoever asked, and says for whom', async () => {
    const { relay, serve } = join()
    serve()
    const answers = await Promise.all([relay.call('a', 1, 'x'), relay.call('b', 2, 'y')])
    expect(answers).toEqual([
      { ok: true, value: { name: 'a', input: 1, caller: { host: 'electron', clientKey: 'x' } } },
      { ok: true, value: { name: 'b', input: 2, caller: { host: 'electron', clientKey: 'y' } } },
    ])
  })

  it('keeps a question that comes before the backend is there', async () => {
    const { relay, serve } = join()
    const early = relay.call('a', null, 'x')
    serve()
    expect(await early).toMatchObject({ ok: true })
  })

  it('passes an event to its own client alone', async () => {
    const { relay, serve, emitters } = join()
    serve()
    const heard: string[] = []
    relay.subscribe('x', () => heard.push('x'))
    relay.subscribe('y', () => heard.push('y'))
    await relay.call('a', null, 'x')
    emitters.get('y')?.({ name: 'data.changed', workspaceId: null, atMs: 0 })
    await relay.call('a', null, 'x')
    expect(heard).toEqual(['y'])
  })

  it.each([
    null,
    7,
    'call',
    {},
    { kind: 'call' },
    { kind: 'call', id: '1', name: 'a', clientKey: 'x' },
    { kind: 'call', id: 1, name: 'a', clientKey: '' },
    { kind: 'subscribe' },
    { kind: 'drop table' },
  ])('ignores and notes a message that is none: %j', async (message) => {
    const { channel, relay, serve, lines } = join()
    serve()
    await relay.ready
    channel.port2.postMessage(message)
    expect(await relay.call('a', null, 'x')).toMatchObject({ ok: true })
    expect(lines).toEqual(['port.malformed'])
  })

  it('ignores and notes an answer that is none', async () => {
    const { channel, relay, serve, lines } = join()
    serve()
    for (const message of [null, { kind: 'answer', id: 'x' }, { kind: 'event' }])
      channel.port1.postMessage(message)
    expect(await relay.call('a', null, 'x')).toMatchObject({ ok: true })
    expect(lines).toEqual(['relay.malformed', 'relay.malformed', 'relay.malformed'])
  })

  it('answers everybody when the other end is gone, and whoever asks later', async () => {
    const { relay } = join()
    const waiting = relay.call('a', null, 'x')
    relay.drop()
    const offline = { ok: false, error: { code: 'host.offline' } }
    expect(await waiting).toMatchObject(offline)
    expect(await relay.call('b', null, 'x')).toMatchObject(offline)
    await expect(relay.ready).rejects.toThrow('host.offline')
  })

  it('tells why the backend could not start', async () => {
    const { channel, relay } = join()
    const error = { code: 'store.busy', details: { pid: 7 }, ref: null }
    channel.port1.postMessage({ kind: 'failed', error })
    await expect(relay.ready).rejects.toMatchObject({ code: 'store.busy', details: { pid: 7 } })
    expect(await relay.call('a', null, 'x')).toEqual({ ok: false, error })
  })

  it('sends nothing on that the backend would refuse for its size', async () => {
    const { relay, serve } = join()
    serve()
    const tooLarge = { ok: false, error: { code: 'call.tooLarge' } }
    expect(await relay.call('a', 'x'.repeat(1_000_001), 'x')).toMatchObject(tooLarge)
    expect(await relay.call('a', { deep: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]] }, 'x')).toMatchObject(
      tooLarge,
    )
    expect(await relay.call('a', { small: 1 }, 'x')).toMatchObject({ ok: true })
  })

  it('answers a question that cannot travel', async () => {
    const { relay, serve, lines } = join()
    serve()
    const answer = await relay.call('a', () => undefined, 'x')
    expect(answer).toMatchObject({ ok: false, error: { code: 'call.unknown' } })
    expect(lines).toEqual(['relay.notSent'])
    expect(await relay.call('b', 1, 'x')).toMatchObject({ ok: true })
  })

  it('holds a thousand questions at once, no more, and takes new ones when they are answered', async () => {
    const { relay, serve } = join()
    const asked = Array.from({ length: 1001 }, () => relay.call('a', null, 'x'))
    expect(await asked[1000]).toMatchObject({ ok: false, error: { code: 'call.tooLarge' } })
    serve()
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(1000)
    expect(await relay.call('a', null, 'x')).toMatchObject({ ok: true })
  })

  it('closes the backend before it says so', async () => {
    const { channel, relay, serve, wasClosed } = join()
    serve()
    await relay.ready
    const told = once(channel.port2, 'message')
    await relay.close()
    expect(wasClosed()).toBe(true)
    expect((await told)[0]).toEqual({ kind: 'closed' })
  })
})
