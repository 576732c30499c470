import { beforeEach, expect, it } from 'vitest'
import { createEvents } from '#main/backend/events.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { testPorts } from '#tests/fakes/ports.ts'

let ports: ReturnType<typeof testPorts>
let events: ReturnType<typeof createEvents>

beforeEach(() => {
  ports = testPorts('/nowhere')
  events = createEvents(ports)
})

function client(workspaceId: string | null) {
  const heard: AppEvent[] = []
  const place = { workspaceId }
  const leave = events.subscribe(
    () => place.workspaceId,
    (event) => heard.push(event),
  )
  return { heard, place, leave, names: () => heard.map((event) => event.name) }
}

it('tells a client of its own workspace only', () => {
  const [ours, theirs, stranger] = [client('w1'), client('w2'), client(null)]
  events.emit('data.changed', 'w1')
  expect(ours.heard).toEqual([{ name: 'data.changed', workspaceId: 'w1', atMs: ports.clock.nowMs() }])
  expect([theirs.heard, stranger.heard]).toEqual([[], []])
})

it('tells everyone what concerns everyone', () => {
  const clients = [client('w1'), client('w2'), client(null)]
  events.emit('backups.changed', null)
  expect(clients.map((each) => each.names())).toEqual([
    ['backups.changed'],
    ['backups.changed'],
    ['backups.changed'],
  ])
})

it('tells a client whose session has ended of that, and of nothing after it', () => {
  const gone = client('w1')
  gone.place.workspaceId = null
  events.emit('session.changed', 'w1')
  events.emit('session.changed', 'w1')
  events.emit('data.changed', 'w1')
  expect(gone.names()).toEqual(['session.changed'])
})

it('tells every page of a client whose organisation was removed, though other news of that come first', () => {
  const pages = [client('w1'), client('w1')]
  for (const { place } of pages) place.workspaceId = null
  events.emit('data.changed', 'w1')
  events.emit('session.changed', 'w1')
  events.emit('session.changed', 'w1')
  expect(pages.map((page) => page.names())).toEqual([['session.changed'], ['session.changed']])
})

it('tells a client that has left nothing more of where it was, once everyone was told of new sessions', () => {
  const gone = client('w1')
  gone.place.workspaceId = null
  events.emit('session.changed', null)
  events.emit('session.changed', 'w1')
  expect(gone.heard.map((event) => event.workspaceId)).toEqual([null])
})

it('does not tell a client that has left of the data it left', () => {
  const gone = client('w1')
  gone.place.workspaceId = 'w2'
  events.emit('data.changed', 'w1')
  expect(gone.heard).toEqual([])
})

it('reaches the rest when one listener throws', () => {
  events.subscribe(
    () => 'w1',
    () => {
      throw new Error('broken pipe')
    },
  )
  events.subscribe(
    () => {
      throw new Error('store closed')
    },
    () => undefined,
  )
  const last = client('w1')
  events.emit('data.changed', 'w1')
  expect(last.names()).toEqual(['data.changed'])
  expect(ports.lines.map((line) => line.facts.message)).toEqual([
    'store closed',
    'broken pipe',
    'store closed',
  ])
})

it('tells nobody who has unsubscribed, even in the middle of an event', () => {
  const second: { leave?: () => void } = {}
  events.subscribe(
    () => 'w1',
    () => second.leave?.(),
  )
  const left = client('w1')
  second.leave = left.leave
  events.emit('data.changed', 'w1')
  expect(left.heard).toEqual([])
})

it('gives each listener an event of its own', () => {
  const first = client('w1')
  const second = client('w1')
  events.emit('data.changed', 'w1')
  expect(first.heard[0]).not.toBe(second.heard[0])
})
