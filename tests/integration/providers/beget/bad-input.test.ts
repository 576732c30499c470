import { afterEach, describe, expect, it } from 'vitest'
import { toText } from '#main/core/money/money.ts'
import type { Json } from '#tests/fakes/beget/fake-list.ts'
import { serverId } from '#tests/fakes/beget/servers.ts'
import { type Bench, startBench } from './open.ts'

let bench: Bench
const start = async (options: Parameters<typeof startBench>[0] = {}): Promise<Bench> => {
  bench = await startBench(options)
  return bench
}
afterEach(() => bench.fake.close())

const LIST = 'GET /v1/vps/server/list'

/** The first server's record, changed. */
const change = (with_: (server: Json) => void) => bench.fake.state.servers.update(serverId(0), with_)
const configuration = (given: Json) => change((server) => Object.assign(server.configuration as Json, given))

describe('a record without a number', () => {
  it('costs only itself, is told of, and nothing of its list is taken for gone', async () => {
    const { collect } = await start()
    change((server) => {
      delete server.id
    })
    const sink = await collect()
    expect(sink.outcomeOf('vps')).toMatchObject({
      status: 'failed',
      found: 5,
      error: { code: 'provider.badAnswer', details: { path: 'vps/server/list 0.id' } },
    })
    expect(sink.refs('vps')).toHaveLength(5)
    expect(sink.outcomeOf('cloud').status).toBe('done')
  })

  it('of the hosting is the same', async () => {
    const { fake, collect } = await start()
    fake.fault('POST /api/domain/getList', { kind: 'remove', path: 'answer.result.1.id' }, Infinity)
    const sink = await collect()
    expect(sink.outcomeOf('domains')).toMatchObject({ status: 'failed', found: 3 })
    expect(sink.refs('domains')).toHaveLength(3)
  })
})

describe('a price', () => {
  const NO_PRESETS = { kind: 'status', status: 404, json: {} } as const

  it('as text is one', async () => {
    const { collect } = await start()
    configuration({ price_day: ' 22.50 ' })
    const { price } = (await collect()).item(serverId(0))
    expect(price && toText(price.amount).amount).toBe('22.5')
  })

  it.each(['NaN', 'free', 'Infinity', -5, true, {}])('of %j is made up for by the month’s', async (junk) => {
    const { collect } = await start()
    configuration({ price_day: junk, price_month: 210 })
    const sink = await collect()
    expect(sink.item(serverId(0)).price).toMatchObject({ period: 'month' })
    expect(sink.outcomeOf('vps').status).toBe('done')
  })

  it('that cannot be read at all is taken from the price list', async () => {
    const { collect } = await start()
    configuration({ price_day: 'NaN', price_month: null })
    const { price } = (await collect()).item(serverId(0))
    expect(price && toText(price.amount).amount).toBe('7')
  })

  it('that nobody can tell is said, and its server stays as it was last seen', async () => {
    const { fake, collect } = await start()
    fake.fault('GET /v1/vps/configuration', NO_PRESETS, Infinity)
    configuration({ price_day: 'NaN', price_month: 'NaN' })
    const sink = await collect()
    expect(sink.outcomeOf('vps')).toMatchObject({
      status: 'failed',
      found: 5,
      error: { code: 'provider.badAnswer', details: { path: 'vps/server/list price' } },
    })
    expect(sink.refs('vps')).not.toContain(serverId(0))
  })

  it('beyond all numbers (1e309 in the JSON itself) is none', async () => {
    const { fake, collect } = await start()
    fake.fault('GET /v1/vps/configuration', NO_PRESETS, Infinity)
    const text = `{"vps":[{"id":"a","configuration":{"price_day":1e309}},{"id":"b","configuration":{"price_day":5,"cpu_count":1e309}}],"total_count":2}`
    fake.fault(LIST, { kind: 'status', status: 200, text, headers: { 'content-type': 'application/json' } })
    const sink = await collect()
    expect(sink.refs('vps')).toEqual(['b'])
    expect(sink.item('b').attributes).toEqual({})
    expect(sink.outcomeOf('vps')).toMatchObject({ status: 'failed', found: 1 })
  })

  it('NaN in the JSON itself is no JSON', async () => {
    const { fake, collect } = await start()
    const text = `{"vps":[{"id":"a","configuration":{"price_day":NaN}}]}`
    fake.fault(LIST, { kind: 'status', status: 200, text }, Infinity)
    expect((await collect()).outcomeOf('vps')).toMatchObject({
      status: 'failed',
      error: { code: 'provider.badAnswer' },
    })
  })

  it('of a domain that cannot be read leaves the domain as it was last seen', async () => {
    const { fake, collect } = await start()
    fake.fault('POST /api/domain/getZoneList', {
      kind: 'set',
      path: 'answer.result.ru.price_renew',
      value: 'NaN',
    })
    const sink = await collect()
    expect(sink.outcomeOf('domains')).toMatchObject({ status: 'failed', found: 3 })
    expect(sink.refs('domains')).not.toContain('domain:13314909')
  })
})

describe('a name', () => {
  it.each([
    ['витрина 🛒🇷🇺', 'витрина 🛒🇷🇺'],
    ['\u202etxt.exe', 'txt.exe'],
    ['שרת ראשי', 'שרת ראשי'],
    ['a\u0000b\nc', 'a b c'],
    ['   ', 'web-1'],
    [42, '42'],
    [{ first: 'x' }, 'web-1'],
  ])('%j is shown as %s', async (given, shown) => {
    const { collect } = await start()
    change((server) => {
      server.display_name = given
    })
    expect((await collect()).item(serverId(0)).name).toBe(shown)
  })

  it('of ten megabytes is cut, and so is its record', async () => {
    const { collect } = await start()
    change((server) => {
      server.display_name = 'ж'.repeat(10_000_000)
    })
    const sink = await collect()
    const { name, raw } = sink.item(serverId(0))
    expect(name).toHaveLength(300)
    expect(raw.length).toBeLessThan(20_000)
    expect(sink.outcomeOf('vps')).toMatchObject({ status: 'done', found: 6 })
  })
})

describe('what comes twice', () => {
  it('is told once, in the bill too', async () => {
    const { fake, collect } = await start()
    fake.state.servers.add(fake.state.servers.get(serverId(1)))
    fake.state.snapshots.add(...fake.state.snapshots.all())
    fake.state.domains.add(...fake.state.domains.all())
    const sink = await collect()
    const refs = sink.refs()
    expect(new Set(refs).size).toBe(refs.length)
    for (const ref of [serverId(1), 'domain:13314909'])
      expect(sink.bill.filter((billed) => billed.ref === ref)).toHaveLength(1)
    expect(sink.outcomeOf('vps').status).toBe('done')
  })
})

describe('wrong kinds throughout', () => {
  it('cost no part that has its numbers', async () => {
    const { collect } = await start()
    change((server) => {
      Object.assign(server, {
        configuration: 'big',
        status: ['RUNNING'],
        software: 5,
        private_network: 'x',
        additional_ip_address: { ip: 1 },
        date_create: 'yesterday',
        archived: 'perhaps',
        project_id: {},
      })
    })
    const sink = await collect()
    expect(sink.outcomeOf('vps')).toMatchObject({ status: 'done', found: 6 })
    expect(sink.item(serverId(0))).toMatchObject({ status: 'unknown', createdAtMs: null, price: null })
  })

  it('in the account are read as far as they can be', async () => {
    const facts = { user_balance: 'a lot', plan_site: 'many', user_days_to_block: null, server_uptime: {} }
    const { collect } = await start({ facts })
    const [account] = (await collect()).accounts
    expect(account).toMatchObject({ plan: 'Noble', balance: null, daysLeft: null })
  })

  it('a rate that nobody can read leaves the plan as it was last seen', async () => {
    const facts = { user_rate_current: 'NaN', user_rate_month: null, user_rate_year: 'dear' }
    const { collect } = await start({ facts })
    const sink = await collect()
    expect(sink.outcomeOf('plan')).toMatchObject({ status: 'failed', error: { code: 'provider.badAnswer' } })
    expect(sink.refs()).not.toContain('plan')
  })

  it('a status that is new to us is noted once', async () => {
    const { fake, ports, collect } = await start()
    for (const index of [0, 1, 2])
      fake.state.servers.update(serverId(index), (server) => {
        server.status = 'HIBERNATED'
      })
    const sink = await collect()
    expect(sink.item(serverId(2)).status).toBe('unknown')
    expect(ports.lines.filter(({ event }) => event === 'beget.unknownStatus')).toHaveLength(1)
  })
})
