import { afterEach, describe, expect, it } from 'vitest'
import { money } from '#main/core/money/money.ts'
import type { Net } from '#main/ports/net.ts'
import { type Day, day } from '#shared/lib/day.ts'
import { atMoscow } from '#tests/fakes/selectel/ids.ts'
import { kopecksBetween } from '#tests/fakes/selectel/model.ts'
import { meter } from '#tests/fakes/selectel/rates.ts'
import { kopecksOf, startWorld, stopWorlds, TODAY } from './account.ts'

afterEach(stopWorlds)

const CONSUMPTION = 'GET /api/v1/cloud_billing/statistic/consumption'
const since = (first: string) => ({ chargesFrom: day(first), chargesTo: TODAY })

describe('the days', () => {
  it('add up to every kopeck that was charged, whatever was resized, dearer, gone or new in between', async () => {
    const { fake, look, ports } = await startWorld()
    ports.clock.set('2026-10-03T07:20:00Z')
    const web = fake.make.server({ name: 'web-1', vcpu: 3, ramMb: 3072 })
    fake.make.volume({ name: 'data', size: 77, kind: 'universal', server: web })
    ports.clock.set('2026-10-20T21:10:00Z')
    fake.change.resize(web, 8, 16_384)
    fake.make.container({ name: 'backups', sizeGb: 333, bornMs: ports.clock.nowMs() })
    ports.clock.set('2026-11-05T02:00:00Z')
    fake.change.reprice(109)
    ports.clock.set('2026-11-12T20:59:00Z')
    fake.change.remove(web)
    ports.clock.set('2026-11-20T09:00:00Z')

    const sink = await look(since('2026-09-01'))
    const expected = kopecksBetween(fake.model, atMoscow('2026-09-01'), atMoscow('2026-11-21'))
    expect(kopecksOf(sink)).toBe(BigInt(expected))
    expect(expected).toBeGreaterThan(100_000)
    // Removed in the last minute of a Moscow day: that day has 23 hours, the next one none.
    const perHour = Math.round((8 * 90 * 109) / 100) + Math.round((16 * 32 * 109) / 100)
    const on = (at: Day) => kopecksOf(sink, (ref, of) => ref === web.id && of === at)
    expect(on(day('2026-11-12'))).toBe(BigInt(23 * perHour))
    expect(on(day('2026-11-13'))).toBe(0n)
  })

  it('are told whole, in order, without a gap, a month at most at a time', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'web-1' })
    const { told } = await look(since('2026-09-01'))
    expect(told.map(({ from, to }) => [from, to])).toEqual([
      ['2026-09-01', '2026-09-01'],
      ['2026-09-02', '2026-09-30'],
      ['2026-10-01', '2026-10-31'],
      ['2026-11-01', '2026-11-20'],
    ])
    const windows = fake.seen(CONSUMPTION).filter(({ query }) => query.get('period_group_type') === 'day')
    expect(windows[1]?.query.get('start')).toBe('2026-09-02T00:00:00')
    expect(windows[1]?.query.get('end')).toBe('2026-09-30T23:59:59')
  })

  it('are one line for each thing, metric and place', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1', vcpu: 4, ramMb: 8192 })
    const { told } = await look({ chargesFrom: day('2026-11-19'), chargesTo: day('2026-11-19') })
    expect(told[0]?.lines).toEqual([
      {
        day: '2026-11-19',
        ref: web.id,
        name: 'web-1',
        kind: 'cloud_vm',
        parentRef: null,
        service: 'Облачные серверы',
        serviceCategory: 'Compute',
        region: 'ru-3',
        zone: 'ru-3a',
        project: 'prod',
        sku: 'compute_cores',
        skuName: 'vCPU',
        unit: 'item',
        quantity: 4n * 10n ** 15n,
        billed: money('86.4', 'RUB'),
        description: null,
      },
      expect.objectContaining({
        sku: 'compute_ram',
        skuName: 'RAM',
        unit: 'MB',
        billed: money('61.44', 'RUB'),
      }),
    ])
  })

  it('are asked for in smaller windows when an answer is too big, and none is lost', async () => {
    const { fake, look, ports } = await startWorld()
    fake.make.server({ name: 'web-1' })
    const whole = await look(since('2026-11-01'))
    const daysOf = (url: string): number => {
      const { searchParams: query } = new URL(url)
      if (query.get('period_group_type') !== 'day') return 0
      return (Date.parse(query.get('end') ?? '') - Date.parse(query.get('start') ?? '')) / 86_400_000
    }
    const net: Net = {
      send: (request) =>
        ports.net.send({ ...request, maxBytes: daysOf(request.url) > 8 ? 10 : request.maxBytes }),
    }
    const halved = await look(since('2026-11-01'), { net })
    expect(kopecksOf(halved)).toBe(kopecksOf(whole))
    expect(halved.told.map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-01', '2026-11-01'],
      ['2026-11-02', '2026-11-08'],
      ['2026-11-09', '2026-11-15'],
      ['2026-11-16', '2026-11-20'],
    ])
  })

  it('end where the bill fails; what was told before it stays told', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'web-1' })
    fake.fault(
      CONSUMPTION,
      {
        kind: 'change',
        change: (json, { query }) =>
          query.get('start')?.startsWith('2026-10') ? { status: 'error', error: 'later' } : json,
      },
      Number.POSITIVE_INFINITY,
    )
    const sink = await look(since('2026-09-01'))
    expect(sink.told.map(({ to }) => to)).toEqual(['2026-09-01', '2026-09-30'])
    expect(sink.outcomeOf('costs')).toMatchObject({
      status: 'failed',
      error: { code: 'provider.badAnswer', details: { path: 'data', problem: 'json' } },
    })
    expect(sink.bill).toHaveLength(1)
  })

  it('leave out lines that cannot be read or belong to other days, and count them', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'web-1', vcpu: 1, ramMb: 1024 })
    const line = { provider_key: 'vpc', project: null, metric: null, object: null }
    fake.model.quirks.junkRows = [
      { ...line, value: 'сто рублей', period: '2026-11-19T00:00:00' },
      { ...line, value: 100, period: '2026-10-19T00:00:00' },
      { ...line, value: 100, period: null },
    ]
    const sink = await look({ chargesFrom: day('2026-11-19'), chargesTo: day('2026-11-19') })
    expect(kopecksOf(sink)).toBe(24n * 122n)
    expect(sink.outcomeOf('costs')).toMatchObject({
      status: 'failed',
      found: 2,
      error: { code: 'provider.badAnswer', details: { problem: 'unreadable × 3' } },
    })
  })

  it('hold negative amounts as what they are: money given back', async () => {
    const { fake, look } = await startWorld()
    const refund = fake.make.billed({
      name: 'refund',
      kind: 'cloud_vm',
      meters: [meter('compute_cores', 'vCPU', 1, -500)],
    })
    const sink = await look({ chargesFrom: day('2026-11-19'), chargesTo: day('2026-11-19') })
    expect(kopecksOf(sink, (ref) => ref === refund.id)).toBe(-24n * 500n)
  })

  it('are in the account’s own currency', async () => {
    const { fake, look } = await startWorld({ quirks: { hasMisplacedSettings: true } })
    fake.model.currency = 'kzt'
    fake.make.server({ name: 'web-1', vcpu: 1, ramMb: 1024 })
    const sink = await look()
    expect(sink.told[0]?.lines[0]?.billed.currency).toBe('KZT')
    expect(sink.bill[0]?.price.amount).toEqual(money('1.22', 'KZT'))
    expect(sink.accounts[0]?.balance).toEqual(money('12543', 'KZT'))
  })
})
