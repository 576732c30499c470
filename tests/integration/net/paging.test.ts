import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eachOf } from '#main/providers/http/each-of.ts'
import { nextPages, offsetPages } from '#main/providers/http/pages.ts'
import { looseId } from '#main/providers/http/tolerant.ts'
import type { FakeRequest, Fault, FaultServer } from '#tests/fakes/fault-server.ts'
import { client, failureOf, serve } from './client.ts'

const BY_OFFSET = 'GET /vps'
const BY_MARKER = 'GET /volumes'
const all = Array.from({ length: 25 }, (_, index) => ({ id: `id-${index}` }))

const byOffset = ({ query }: FakeRequest) => {
  const offset = Number(query.get('offset') ?? 0)
  return {
    json: { vps: all.slice(offset, offset + Number(query.get('limit') ?? 10)), total_count: all.length },
  }
}
const byMarker = ({ query }: FakeRequest) => {
  const from = all.findIndex(({ id }) => id === query.get('marker')) + 1
  const page = all.slice(from, from + 10)
  return { json: { volumes: page, next: from + 10 < all.length ? page.at(-1)?.id : null } }
}
const start = () =>
  serve([
    { pattern: BY_OFFSET, handle: byOffset },
    { pattern: BY_MARKER, handle: byMarker },
  ])

const record = z.object({ id: looseId() })

async function listByOffset(server: FaultServer, hasTotal = true): Promise<string[]> {
  const { http } = client()
  const schema = z.object({ vps: eachOf(record), total_count: z.number().nullish() })
  const pages = offsetPages({
    host: 'api.fake.example',
    limit: 10,
    maxPages: 50,
    idOf: ({ id }: { id: string }) => id,
    fetch: async (offset, limit) => {
      const url = `${server.origin}/vps?offset=${offset}&limit=${limit}`
      const { vps, total_count } = await http.json({ method: 'GET', url, endpoint: 'vps' }, schema)
      return { ...vps, total: hasTotal ? (total_count ?? null) : null }
    },
  })
  return idsOf(pages)
}

async function listByMarker(server: FaultServer): Promise<string[]> {
  const { http } = client()
  const schema = z.object({ volumes: z.array(record), next: z.string().nullable() })
  const pages = nextPages({
    host: 'api.fake.example',
    maxPages: 50,
    idOf: ({ id }: { id: string }) => id,
    fetch: async (marker) => {
      const url = `${server.origin}/volumes${marker === null ? '' : `?marker=${marker}`}`
      const { volumes, next } = await http.json({ method: 'GET', url, endpoint: 'volumes' }, schema)
      return { items: volumes, next }
    },
  })
  return idsOf(pages)
}

async function idsOf(pages: AsyncIterable<{ id: string }[]>): Promise<string[]> {
  const ids: string[] = []
  for await (const page of pages) ids.push(...page.map(({ id }) => id))
  return ids
}

const endlessError = { code: 'provider.endless', details: { host: 'api.fake.example' } }
const allIds = all.map(({ id }) => id)

describe('paging', () => {
  it('brings every record, with a total, without one, and by marker', async () => {
    const server = await start()
    expect(await listByOffset(server)).toEqual(allIds)
    expect(await listByOffset(server, false)).toEqual(allIds)
    expect(await listByMarker(server)).toEqual(allIds)
    expect(server.seen(BY_OFFSET)).toHaveLength(6)
    expect(server.seen(BY_MARKER)).toHaveLength(3)
  })

  it('without a total, a last page that is just full costs one more request', async () => {
    const server = await serve([
      {
        pattern: BY_OFFSET,
        handle: ({ query }) => ({
          json: {
            vps: all
              .slice(0, 20)
              .slice(Number(query.get('offset')))
              .slice(0, 10),
          },
        }),
      },
    ])
    expect(await listByOffset(server, false)).toHaveLength(20)
    expect(server.requests).toHaveLength(3)
  })

  it('a page that comes again is an endless list, not a shorter one', async () => {
    const server = await start()
    for (const pattern of [BY_OFFSET, BY_MARKER])
      server.fault(pattern, { kind: 'repeatPage' }, Number.POSITIVE_INFINITY, 1)
    expect(await failureOf(listByOffset(server))).toEqual(endlessError)
    expect(await failureOf(listByMarker(server))).toEqual(endlessError)
    expect(server.seen(BY_OFFSET)).toHaveLength(2)
  })

  it('a list that always has one more page ends at the bound', async () => {
    const server = await start()
    const endless = (list: string, more: Partial<Extract<Fault, { kind: 'endless' }>>): Fault => ({
      kind: 'endless',
      list,
      id: 'id',
      paging: ['offset', 'marker'],
      ...more,
    })
    server.fault(BY_OFFSET, endless('vps', { total: 'total_count' }), Number.POSITIVE_INFINITY)
    server.fault(
      BY_MARKER,
      endless('volumes', { next: { path: 'next', value: (round) => `m${round}` } }),
      Number.POSITIVE_INFINITY,
    )
    expect(await failureOf(listByOffset(server))).toEqual(endlessError)
    expect(await failureOf(listByMarker(server))).toEqual(endlessError)
    expect(server.seen(BY_OFFSET)).toHaveLength(51)
  })

  it('a link that was followed before is an endless list', async () => {
    const server = await start()
    server.fault(BY_MARKER, { kind: 'set', path: 'next', value: 'id-9' }, Number.POSITIVE_INFINITY)
    expect(await failureOf(listByMarker(server))).toEqual(endlessError)
    expect(server.requests).toHaveLength(2)
  })

  it('a record that moved to the next page while it was listed is passed on once', async () => {
    const server = await start()
    const moved = [{ id: 'id-9' }, ...all.slice(10, 19)]
    server.fault(BY_OFFSET, { kind: 'set', path: 'vps', value: moved }, 1, 1)
    expect(await listByOffset(server)).toEqual(allIds.filter((id) => id !== 'id-19'))
  })

  it('pages that end before the total are half a list and told as such', async () => {
    const server = await start()
    server.fault(BY_OFFSET, { kind: 'set', path: 'total_count', value: 40 }, Number.POSITIVE_INFINITY)
    expect(await failureOf(listByOffset(server))).toEqual({
      code: 'provider.badAnswer',
      details: { host: 'api.fake.example', path: 'total', problem: 'incomplete' },
    })
  })

  it('an empty list is a list', async () => {
    const server = await serve([
      { pattern: BY_OFFSET, handle: () => ({ json: { vps: [], total_count: 0 } }) },
      { pattern: BY_MARKER, handle: () => ({ json: { volumes: [], next: null } }) },
    ])
    expect(await listByOffset(server)).toEqual([])
    expect(await listByMarker(server)).toEqual([])
  })
})
