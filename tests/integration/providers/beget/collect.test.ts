import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add, money, sum, toText } from '#main/core/money/money.ts'
import { normalizePrice } from '#main/core/money/price.ts'
import { serverId } from '#tests/fakes/beget/servers.ts'
import { serviceId } from '#tests/fakes/beget/services.ts'
import type { RecordingSink } from '#tests/support/recording-sink.ts'
import { type Bench, startBench } from './open.ts'

describe('a whole account', () => {
  let bench: Bench
  let sink: RecordingSink

  beforeAll(async () => {
    bench = await startBench({ hasTroubles: true })
    sink = await bench.collect()
  })
  afterAll(() => bench.fake.close())

  it('answers in every part, and the fake has nothing to complain of', () => {
    expect(sink.outcomes.filter(({ status }) => status !== 'done')).toEqual([])
    expect(bench.fake.failures).toEqual([])
    expect(sink.outcomes.map(({ scope }) => scope).sort()).toEqual([
      'account',
      'cloud',
      'cloud/backups/mysql',
      'cloud/backups/postgresql',
      'domains',
      'ftp',
      'mail',
      'mysql',
      'plan',
      'prices/cloud',
      'prices/vps',
      'projects',
      'sites',
      'subdomains',
      'usage/cpu',
      'usage/disk-usage',
      'usage/memory',
      'usage/network',
      'vps',
      'vps/backups',
      'vps/images',
      'vps/network',
      'vps/snapshots',
    ])
  })

  it('is listed with everything that is in it', () => {
    const counts = Object.fromEntries(
      sink.outcomes.filter(({ found }) => found > 0).map(({ scope, found }) => [scope, found]),
    )
    expect(counts).toMatchObject({
      vps: 6,
      cloud: 4,
      domains: 4,
      subdomains: 3,
      sites: 4,
      mysql: 5,
      ftp: 2,
      mail: 9,
      'vps/snapshots': 2,
      'vps/images': 1,
      'vps/backups': 2,
      'vps/network': 2,
    })
    expect(sink.item(serverId(3))).toMatchObject({
      name: 'web-4',
      type: 'server',
      project: 'Магазин',
      attributes: { vcpu: 4, ramGb: 8, diskGb: 80, os: 'Ubuntu 24.04' },
    })
  })

  it('shows what is blocked for debt and what has lost its host', () => {
    expect(sink.item(serverId(0)).status).toBe('blocked')
    expect(sink.item(serverId(1)).status).toBe('error')
  })

  it('costs in all what Beget says the account burns a day, with nothing counted twice', () => {
    const daily = sink.listed
      .filter(({ scope, item }) => scope !== 'domains' && item.status !== 'blocked')
      .flatMap(({ item }) => (item.price ? [normalizePrice(item.price.amount, item.price.period).daily] : []))
      .map(({ femtos }) => ({ currency: 'RUB' as const, femtos }))
    const [account] = sink.accounts
    expect(toText(sum(daily, 'RUB'))).toEqual(account?.daily && toText(account.daily))
    expect(toText(sink.item('plan').price?.amount ?? money('0', 'RUB')).amount).toBe('12.66')
  })

  it('has every price in the bill, once, and no charges: Beget keeps no history', () => {
    const priced = sink.listed.filter(({ item }) => item.price && item.price.amount.femtos > 0n)
    expect(sink.bill.map(({ ref }) => ref).sort()).toEqual(priced.map(({ item }) => item.ref).sort())
    expect(new Set(sink.refs()).size).toBe(sink.listed.length)
    for (const { ref, price, expectedIn } of sink.bill) {
      expect(price).toEqual(sink.item(ref).price)
      expect(sink.outcomeOf(expectedIn ?? '').status).toBe('done')
    }
    expect(sink.told).toEqual([])
  })

  it('adds the licences to their server', () => {
    const { price, attributes } = sink.item(serverId(2))
    const licences = add(money('8', 'RUB'), money('2', 'RUB'))
    expect(price && toText(price.amount)).toEqual(toText(add(money('9.73', 'RUB'), licences)))
    expect(attributes.licences).toEqual(['ISPmanager Lite', 'Backup agent'])
  })

  it('tells balance, plan, days left and limits', () => {
    expect(sink.accounts).toHaveLength(1)
    const [account] = sink.accounts
    expect(account).toMatchObject({ ref: '123456', name: 'ivanov', plan: 'Noble', status: 'active' })
    expect(account?.balance && toText(account.balance).amount).toBe('1339.57')
    expect(account?.limits).toContainEqual({ code: 'sites', used: 4, limit: 10, unit: 'count' })
  })

  it('tells how much is used, of servers and of databases, of what is not blocked', () => {
    const measured = new Set(sink.rows.map(({ ref }) => ref))
    expect(measured).toEqual(
      new Set([1, 2, 3, 4, 5].map(serverId).concat([0, 1].map((index) => serviceId(index)))),
    )
    const of = (ref: string) => sink.rows.filter((row) => row.ref === ref && row.day === '2026-11-19')
    expect(of(serverId(3)).map(({ metric }) => metric)).toEqual(['cpu', 'ram', 'disk', 'network'])
    for (const { used, peak, capacity, metric } of sink.rows) {
      expect(used).toBeGreaterThan(0)
      expect(used).toBeLessThanOrEqual(peak)
      if (metric !== 'network') expect(peak).toBeLessThanOrEqual(capacity)
    }
  })

  it('understands a processor that is told as the sum over its cores', () => {
    // Number 3 has four cores and tells sums, number 1 has two and tells percent; both waves are a third to two thirds.
    const peakOf = (index: number) =>
      Math.max(...sink.rows.filter((r) => r.ref === serverId(index) && r.metric === 'cpu').map((r) => r.peak))
    expect(peakOf(3)).toBeCloseTo(4 * 0.67, 1)
    expect(peakOf(1)).toBeCloseTo(2 * 0.4, 1)
  })

  it('says how far it is, to the end of each step', () => {
    const last = (step: string) => sink.steps.findLast((one) => one.step === step)
    const inventory = last('inventory')
    expect(inventory?.done).toBe(inventory?.total)
    expect(last('usage')).toEqual({ step: 'usage', done: 7, total: 7 })
    for (const { done, total } of sink.steps) expect(done).toBeLessThanOrEqual(total ?? done)
  })

  it('logs in once', () => {
    expect(bench.fake.seen('POST /v1/auth')).toHaveLength(1)
  })
})

describe('long lists', () => {
  it('251 servers come in two pages, each server once', async () => {
    const bench = await startBench({ counts: { servers: 251 } })
    const sink = await bench.collect()
    expect(bench.fake.seen('GET /v1/vps/server/list').map(({ query }) => query.get('offset'))).toEqual([
      '0',
      '250',
    ])
    expect(new Set(sink.refs('vps')).size).toBe(251)
    expect(sink.outcomeOf('vps')).toMatchObject({ status: 'done', found: 251 })
    await bench.fake.close()
  })

  it('a hundred thousand things of one kind come page by page', async () => {
    const bench = await startBench({ isEmpty: true, counts: { images: 100_000 } })
    const sink = await bench.collect()
    expect(sink.outcomeOf('vps/images')).toMatchObject({ status: 'done', found: 100_000 })
    expect(bench.fake.seen('GET /v1/image')).toHaveLength(400)
    await bench.fake.close()
  })
})

describe('an account with hardly anything in it', () => {
  it('that is empty is looked at to the end, and costs its plan', async () => {
    const bench = await startBench({ isEmpty: true })
    const sink = await bench.collect()
    expect(sink.outcomes.filter(({ status }) => status !== 'done')).toEqual([])
    expect(sink.refs()).toEqual(['plan'])
    expect(sink.rows).toEqual([])
    await bench.fake.close()
  })

  it('in debt is told with a negative balance', async () => {
    const bench = await startBench({ isEmpty: true, balance: '-120.50' })
    const sink = await bench.collect()
    const [account] = sink.accounts
    expect(account).toMatchObject({ status: 'blocked', daysLeft: 0 })
    expect(account?.balance && toText(account.balance)).toEqual({ amount: '-120.5', currency: 'RUB' })
    await bench.fake.close()
  })

  it('of servers alone has a plan that costs nothing', async () => {
    const bench = await startBench({ isEmpty: true, planDaily: 0, counts: { servers: 3 } })
    const sink = await bench.collect()
    expect(sink.item('plan').price?.amount.femtos).toBe(0n)
    expect(sink.bill.map(({ ref }) => ref)).not.toContain('plan')
    await bench.fake.close()
  })
})
