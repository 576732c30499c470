import { afterEach, describe, expect, it } from 'vitest'
import { serverId } from '#tests/fakes/beget/servers.ts'
import type { Fault } from '#tests/fakes/fault-server.ts'
import { type Bench, startBench } from './open.ts'

let bench: Bench
const start = async (options: Parameters<typeof startBench>[0] = {}): Promise<Bench> => {
  bench = await startBench(options)
  return bench
}
afterEach(() => bench.fake.close())

const LIST = 'GET /v1/vps/server/list'

/** Each request, the part that fails with it, and what cannot be told without that part. */
const parts: [route: string, scope: string, alsoSilent: string[]][] = [
  ['POST /api/user/getAccountInfo', 'account', ['plan']],
  ['POST /api/domain/getList', 'domains', ['mail']],
  ['POST /api/domain/getZoneList', 'domains', []],
  ['POST /api/domain/getSubdomainList', 'subdomains', []],
  ['POST /api/site/getList', 'sites', []],
  ['POST /api/mysql/getList', 'mysql', []],
  ['POST /api/ftp/getList', 'ftp', []],
  ['POST /api/mail/getMailboxList', 'mail', []],
  ['GET /v1/cloud/projects/list', 'projects', []],
  ['GET /v1/vps/configuration', 'prices/vps', []],
  ['GET /v1/cloud/configuration', 'prices/cloud', []],
  [LIST, 'vps', ['plan']],
  ['GET /v1/vps/snapshot', 'vps/snapshots', ['plan']],
  ['GET /v1/image', 'vps/images', ['plan']],
  ['GET /v1/vps/backup', 'vps/backups', []],
  ['GET /v1/vps/network', 'vps/network', []],
  ['GET /v1/cloud', 'cloud', ['plan']],
  ['GET /v1/cloud/mysql/backup', 'cloud/backups/mysql', []],
  ['GET /v1/cloud/postgresql/backup', 'cloud/backups/postgresql', []],
]

describe('each part fails alone', () => {
  it.each(parts)('%s: %s stays silent, the others answer', async (route, scope, alsoSilent) => {
    const { fake, collect } = await start()
    fake.fault(route, { kind: 'status', status: 500, json: { message: 'out of order' } }, Infinity)
    const sink = await collect()
    const silent = sink.outcomes.filter(({ status }) => status !== 'done').map((outcome) => outcome.scope)
    expect(silent.sort()).toEqual([scope, ...alsoSilent].sort())
    expect(sink.outcomeOf(scope)).toMatchObject({
      status: 'failed',
      found: 0,
      error: { code: 'provider.serverError', details: { status: 500, said: 'out of order' } },
    })
    expect(fake.seen(route)).toHaveLength(4)
  })

  it('a part that is closed is told as closed, one that is missing as missing', async () => {
    const { fake, collect } = await start()
    fake.fault('GET /v1/cloud', { kind: 'status', status: 403, json: { message: 'not for you' } }, Infinity)
    fake.fault('GET /v1/image', { kind: 'status', status: 404, json: { code: 5 } }, Infinity)
    const sink = await collect()
    expect(sink.outcomeOf('cloud')).toMatchObject({
      status: 'forbidden',
      error: { code: 'provider.forbidden' },
    })
    expect(sink.outcomeOf('vps/images')).toMatchObject({ status: 'absent', error: null })
    // Neither adds to what the account burns: the plan can be told.
    expect(sink.outcomeOf('plan').status).toBe('done')
  })

  it('an error inside of status 200 is one', async () => {
    const { fake, collect } = await start()
    const json = { error: { code: 'TEMPORARILY_UNAVAILABLE', message: 'Try later' } }
    fake.fault('GET /v1/vps/snapshot', { kind: 'status', status: 200, json })
    expect((await collect()).outcomeOf('vps/snapshots')).toMatchObject({
      status: 'failed',
      error: { code: 'provider.refused', details: { said: 'Try later' } },
    })
  })
})

describe('a list of servers', () => {
  const broken: [what: string, fault: Fault, code: string][] = [
    ['that breaks off', { kind: 'cut' }, 'provider.badAnswer'],
    ['that is no JSON', { kind: 'invalidJson' }, 'provider.badAnswer'],
    ['with its field renamed', { kind: 'rename', path: 'vps', to: 'servers' }, 'provider.badAnswer'],
    ['that has become an object', { kind: 'set', path: 'vps', value: {} }, 'provider.badAnswer'],
    ['that comes as a web page', { kind: 'html' }, 'provider.portal'],
    ['that leads elsewhere', { kind: 'redirect', to: 'https://elsewhere.example/' }, 'provider.portal'],
    ['that hangs up', { kind: 'reset' }, 'provider.unreachable'],
    ['whose numbers are all renamed', { kind: 'rename', path: 'vps.*.id', to: 'uuid' }, 'provider.badAnswer'],
  ]

  it.each(broken)('%s fails, and nothing in it is taken for gone', async (_, fault, code) => {
    const { fake, collect } = await start()
    fake.fault(LIST, fault, Infinity)
    const sink = await collect()
    expect(sink.outcomeOf('vps')).toMatchObject({ status: 'failed', found: 0, error: { code } })
    expect(sink.outcomeOf('cloud').status).toBe('done')
    expect(sink.outcomeOf('sites').status).toBe('done')
  })

  it('that fails for a moment is asked for again', async () => {
    const { fake, collect } = await start()
    fake.fault(LIST, { kind: 'reset' })
    fake.fault(LIST, { kind: 'status', status: 502, text: 'Bad Gateway' })
    expect((await collect()).outcomeOf('vps')).toMatchObject({ status: 'done', found: 6 })
  })

  it('that is asked for too often waits as long as it is told to', async () => {
    const { fake, ports, collect } = await start()
    const startedAtMs = ports.clock.nowMs()
    fake.fault(LIST, { kind: 'rateLimit', retryAfter: '17' })
    expect((await collect()).outcomeOf('vps').status).toBe('done')
    expect(ports.clock.nowMs() - startedAtMs).toBeGreaterThanOrEqual(17_000)
  })

  it('that repeats its first page is not read for ever', async () => {
    const { fake, collect } = await start({ counts: { servers: 600 }, facts: { user_mail: 0 } })
    fake.fault(LIST, { kind: 'repeatPage' }, Infinity)
    const sink = await collect()
    expect(sink.outcomeOf('vps')).toMatchObject({ status: 'failed', error: { code: 'provider.endless' } })
    expect(fake.seen(LIST)).toHaveLength(2)
    // What came before is told: it is not lost, and nothing is gone.
    expect(sink.refs('vps')).toHaveLength(250)
  })

  it('that ends before its own count fails', async () => {
    const { fake, collect } = await start()
    fake.fault(LIST, { kind: 'set', path: 'total_count', value: 700 }, Infinity)
    expect((await collect()).outcomeOf('vps').status).toBe('failed')
  })
})

it('a list without an end is left after six hundred pages', async () => {
  const { fake, collect } = await start({ isEmpty: true, counts: { images: 250 } })
  const endless: Fault = {
    kind: 'endless',
    list: 'images',
    id: 'id',
    total: 'total_count',
    paging: ['offset'],
  }
  fake.fault('GET /v1/image', endless, Infinity)
  const sink = await collect()
  expect(sink.outcomeOf('vps/images')).toMatchObject({
    status: 'failed',
    error: { code: 'provider.endless' },
  })
  expect(fake.seen('GET /v1/image').length).toBeLessThanOrEqual(601)
})

describe('figures of use', () => {
  it('of one kind that are out of order are not asked for machine by machine, and the others come', async () => {
    const { fake, collect } = await start({ counts: { servers: 40 } })
    const path = (kind: string) =>
      fake.requests.filter((one) => one.path.includes(`/statistic/${kind}/`)).length
    fake.fault(
      'GET /v1/vps/statistic/:kind/:id',
      {
        kind: 'change',
        change: (json, { params }) => (params.kind === 'cpu' ? { error: { message: 'no figures' } } : json),
      },
      Infinity,
    )
    const sink = await collect()
    expect(sink.outcomeOf('usage/cpu')).toMatchObject({
      status: 'failed',
      error: { code: 'provider.refused' },
    })
    expect(path('cpu')).toBeLessThan(20)
    expect(path('memory')).toBe(40)
    expect(sink.outcomeOf('usage/memory').status).toBe('done')
    expect(sink.outcomeOf('vps').status).toBe('done')
  })

  it('of a machine that has none are none, and its list says how full its disk is', async () => {
    const { fake, collect } = await start({ isEmpty: true, counts: { servers: 4 } })
    fake.fault(
      'GET /v1/vps/statistic/:kind/:id',
      { kind: 'status', status: 404, json: { code: 5 } },
      Infinity,
    )
    const sink = await collect()
    expect(sink.outcomeOf('usage/cpu')).toMatchObject({ status: 'done', found: 0 })
    expect(sink.rows.map(({ metric }) => metric)).toEqual(['disk', 'disk', 'disk', 'disk'])
    // The fourth tells it in bytes.
    const fourth = sink.rows.find(({ ref }) => ref === serverId(3))
    expect(fourth).toMatchObject({ day: '2026-11-20', used: 24, capacity: 80 })
  })
})

it('a host that cannot be reached is not waited for part by part', async () => {
  const { fake, ports, collect } = await start()
  const startedAtMs = ports.clock.nowMs()
  fake.fault('*', { kind: 'reset' }, Infinity)
  const sink = await collect()
  expect(sink.outcomes.every(({ status }) => status === 'failed')).toBe(true)
  expect(new Set(sink.outcomes.map(({ error }) => error?.code))).toEqual(new Set(['provider.unreachable']))
  expect(fake.requests.length).toBeLessThanOrEqual(12)
  expect(ports.clock.nowMs() - startedAtMs).toBeLessThan(60_000)
})
