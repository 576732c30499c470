import { afterEach, describe, expect, it } from 'vitest'
import { selectel } from '#main/providers/selectel/index.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Fault } from '#tests/fakes/fault-server.ts'
import { recordingSink } from '#tests/support/recording-sink.ts'
import { impatient, startWorld, stopWorlds, TODAY, type World } from './account.ts'

afterEach(stopWorlds)

const SERVERS = 'GET /cloud/:pool/compute/v2.1/servers/detail'
const forever = Number.POSITIVE_INFINITY

const twoPools = async (options = {}): Promise<World & { here: string; there: string }> => {
  const world = await startWorld(options)
  const project = world.fake.model.projects[0]?.id ?? ''
  const [here, there] = ['ru-3', 'ru-7'].map((pool) => {
    const server = world.fake.make.server({ name: `web-${pool}`, pool })
    world.fake.make.volume({ name: `data-${pool}`, pool, server })
    return `servers/${pool}/${project}`
  })
  return Object.assign(world, { here: here ?? '', there: there ?? '' })
}

describe('a part that fails', () => {
  it.each<[string, Fault, number, object]>([
    [
      'an error of the server',
      { kind: 'status', status: 500, text: 'oops' },
      3,
      { code: 'provider.serverError' },
    ],
    ['too many requests', { kind: 'rateLimit' }, 3, { code: 'provider.rateLimited' }],
    ['a body cut off', { kind: 'cut' }, 3, { code: 'provider.badAnswer' }],
    ['invalid JSON', { kind: 'invalidJson' }, 1, { code: 'provider.badAnswer' }],
    ['a web page', { kind: 'html' }, 1, { code: 'provider.portal' }],
    ['another list', { kind: 'rename', path: 'servers', to: 'instances' }, 1, { code: 'provider.badAnswer' }],
    [
      'a list that is none',
      { kind: 'set', path: 'servers', value: 'none' },
      1,
      { code: 'provider.badAnswer' },
    ],
    [
      'no right',
      { kind: 'status', status: 403, json: { forbidden: { message: 'Policy does not allow' } } },
      1,
      { code: 'provider.forbidden', details: { right: 'reader (prod)', said: 'Policy does not allow' } },
    ],
  ])('with %s costs nothing but itself', async (_, fault, times, error) => {
    const { fake, look, here } = await twoPools()
    // The first pool of the first project alone: nobody else is asked for servers.
    fake.model.projects.splice(1)
    fake.model.pools.splice(1)
    fake.fault(SERVERS, fault, times)
    const sink = await look()
    const status = (error as { code: string }).code === 'provider.forbidden' ? 'forbidden' : 'failed'
    expect(sink.outcomeOf(here)).toMatchObject({ status, region: 'ru-3', project: 'prod', error })
    expect(sink.outcomeOf(here.replace('servers', 'volumes'))).toMatchObject({ status: 'done', found: 1 })
    expect(sink.outcomes.filter((one) => one.status !== 'done').map(({ scope }) => scope)).toEqual([here])
    expect(sink.bill).toHaveLength(4)
  })

  it('is asked again while there is hope, as long as Retry-After asks for', async () => {
    const { fake, look, here, ports } = await twoPools()
    fake.fault(SERVERS, { kind: 'rateLimit', retryAfter: '17' }, 1)
    const startedMs = ports.clock.nowMs()
    expect((await look()).outcomeOf(here).status).toBe('done')
    expect(ports.clock.nowMs() - startedMs).toBeGreaterThanOrEqual(17_000)
  })

  it('that is a record without an identifier keeps the others, and nothing is taken for gone because of it', async () => {
    const { fake, look, here } = await twoPools()
    const second = fake.make.server({ name: 'second' })
    fake.model.projects.splice(1)
    fake.model.pools.splice(1)
    fake.fault(SERVERS, { kind: 'remove', path: 'servers.0.id' })
    const sink = await look()
    expect(sink.refs(here)).toEqual([second.id])
    expect(sink.outcomeOf(here)).toMatchObject({
      status: 'failed',
      found: 1,
      error: {
        code: 'provider.badAnswer',
        details: { path: '0.id', problem: expect.stringContaining('× 1') },
      },
    })
  })

  it('never comes to an end: it is left', async () => {
    const { fake, look, here } = await twoPools()
    fake.model.projects.splice(1)
    fake.model.pools.splice(1)
    fake.fault(
      SERVERS,
      {
        kind: 'endless',
        list: 'servers',
        id: 'id',
        paging: ['marker'],
        next: { path: 'servers_links', value: () => [{ rel: 'next', href: '/' }] },
      },
      forever,
    )
    expect((await look()).outcomeOf(here)).toMatchObject({
      status: 'failed',
      error: { code: 'provider.endless' },
    })
  })
})

describe('a pool', () => {
  it('without object storage has none: that is an answer', async () => {
    const { fake, look } = await startWorld({ quirks: { withoutStorage: new Set(['ru-7']) } })
    const project = fake.model.projects[0]?.id
    fake.make.container({ name: 'backups', sizeGb: 5 })
    const sink = await look()
    expect(sink.outcomeOf(`buckets/ru-7/${project}`)).toMatchObject({
      status: 'absent',
      error: { details: { status: 404 } },
    })
    expect(sink.outcomeOf(`buckets/ru-3/${project}`)).toMatchObject({ status: 'done', found: 1 })
  })

  it('that denies an object storage which is paid for has failed: nothing in it is gone', async () => {
    const { fake, look } = await startWorld({ quirks: { withoutStorage: new Set(['ru-3']) } })
    const backups = fake.make.container({ name: 'backups', sizeGb: 5 })
    expect((await look()).outcomeOf(`buckets/ru-3/${backups.project}`).status).toBe('failed')
  })

  it('that closes an object storage which is paid for names the right; where none is paid for there is none', async () => {
    const { fake, look } = await startWorld()
    const backups = fake.make.container({ name: 'backups', sizeGb: 5 })
    fake.fault('GET /swift/:pool/:account', { kind: 'status', status: 403, text: 'Forbidden' }, forever)
    const sink = await look()
    expect(sink.outcomeOf(`buckets/ru-3/${backups.project}`)).toMatchObject({
      status: 'forbidden',
      error: { details: { right: 'reader (prod)' } },
    })
    expect(sink.outcomeOf(`buckets/ru-7/${backups.project}`).status).toBe('absent')
  })

  it('is not taken for empty while the bill is silent', async () => {
    const { fake, look } = await startWorld({ quirks: { withoutStorage: new Set(['ru-3']) } })
    const backups = fake.make.container({ name: 'backups', sizeGb: 5 })
    const scope = `buckets/ru-3/${backups.project}`
    const bill = 'GET /api/v1/cloud_billing/statistic/consumption'
    const lift = fake.fault(bill, { kind: 'status', status: 500, text: '' }, forever)
    expect((await look()).outcomeOf(scope).status).toBe('failed')
    // A bill that this token never reads says nothing either way: then the answer counts.
    lift()
    fake.model.denied.add('consumption')
    expect((await look()).outcomeOf(scope).status).toBe('absent')
  })

  it('in which nobody answers is not waited for twice, and the others are read', async () => {
    const { fake, look, ports, here } = await twoPools({ quirks: { silent: new Set(['ru-7']) } })
    fake.model.projects.splice(1)
    const sink = await look({}, { net: impatient(ports.net, 300) })
    const project = fake.model.projects[0]?.id
    for (const endpoint of ['servers', 'volumes', 'shares', 'databases'])
      expect(sink.outcomeOf(`${endpoint}/ru-7/${project}`)).toMatchObject({
        status: 'failed',
        error: { code: 'provider.timeout' },
      })
    expect(sink.outcomeOf(here)).toMatchObject({ status: 'done', found: 1 })
    const asked = fake.requests.filter(({ path }) => path.includes('/ru-7/'))
    // Once, and twice again: a timeout may pass. Then nobody asks any more.
    expect(asked).toHaveLength(3)
  })

  it('that the catalogue no longer names is not spoken of: what was seen there is not gone', async () => {
    const { fake, look, there } = await twoPools()
    fake.model.pools.splice(1)
    const sink = await look()
    expect(sink.outcomes.some(({ scope }) => scope === there)).toBe(false)
    expect(sink.bill.map(({ expectedIn }) => expectedIn)).toContain(there)
  })

  it('is found by its known address where the catalogue is empty', async () => {
    const { fake, look, here } = await twoPools({ quirks: { hasCatalogue: false } })
    fake.model.projects.splice(1)
    const sink = await look()
    expect(sink.outcomeOf(here)).toMatchObject({ status: 'done', found: 1 })
    expect(new Set(sink.outcomes.map(({ region }) => region))).toContain('gis-1')
  })
})

describe('dedicated servers', () => {
  it('closed to the service user are a missing right only where some are paid for', async () => {
    const { fake, look } = await startWorld()
    const [prod, stage] = fake.model.projects.map(({ id }) => id)
    fake.make.dedicated({ name: 'db-host', kopecksAMonth: 1_850_000, ...(prod ? { project: prod } : {}) })
    fake.fault(
      'GET /api/servers/v2/resource',
      { kind: 'status', status: 403, json: { message: 'no' } },
      forever,
    )
    const sink = await look()
    expect(sink.outcomeOf(`dedicated/-/${prod}`)).toMatchObject({ status: 'forbidden' })
    expect(sink.outcomeOf(`dedicated/-/${stage}`)).toMatchObject({ status: 'absent' })
  })
})

describe('the whole account', () => {
  it('with nothing in it is an answer', async () => {
    const { look, fake } = await startWorld()
    fake.model.projects.splice(0)
    const sink = await look()
    expect([sink.bill, sink.listed]).toEqual([[], []])
    expect(new Set(sink.outcomes.map(({ status }) => status))).toEqual(new Set(['done']))
    expect(sink.accounts).toHaveLength(1)
  })

  it('is not told of where nobody answers at all', async () => {
    const { fake, look } = await startWorld()
    await fake.close()
    const asked = look()
    await expect(asked).rejects.toThrow(expect.objectContaining({ code: 'provider.unreachable' }))
    // The stand-in is closed already; it is opened again for the clean-up.
    fake.close = async () => undefined
  })

  it('ends at once when it is cancelled, wherever it stands', async () => {
    for (const what of ['billed', 'inventory', 'charges', 'usage'] as const) {
      const { fake, context } = await startWorld({ filling: 'sample' })
      const stop = new AbortController()
      const sink = recordingSink()
      let askedBefore = 0
      sink.before = (telling) => {
        if (telling !== what || stop.signal.aborted) return
        stop.abort(new AppError('sync.cancelled'))
        askedBefore = fake.requests.length
      }
      const days = { chargesFrom: TODAY, chargesTo: TODAY, usageFrom: TODAY }
      const look = selectel.open(context({ signal: stop.signal })).collect(sink, days)
      await expect(look).rejects.toThrow(expect.objectContaining({ code: 'sync.cancelled' }))
      // What was on its way may still arrive: as many as run at once.
      expect(fake.requests.length - askedBefore).toBeLessThanOrEqual(4)
    }
  })
})
