import { afterEach, describe, expect, it } from 'vitest'
import { money } from '#main/core/money/money.ts'
import { day } from '#shared/lib/day.ts'
import { atMoscow } from '#tests/fakes/selectel/ids.ts'
import { kopecksBetween } from '#tests/fakes/selectel/model.ts'
import { meter } from '#tests/fakes/selectel/rates.ts'
import { kopecksOf, startWorld, stopWorlds, TODAY } from './account.ts'

afterEach(stopWorlds)

const REPORT = 'GET /api/v1/billing/report/by_project/flat'
const since = (first: string) => ({ chargesFrom: day(first), chargesTo: TODAY })

describe('the report of all products', () => {
  it('adds what the consumption does not know, each payment once, and nothing that it knows', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'web-1' })
    fake.make.volume({ name: 'data', size: 10 })
    fake.make.database({ name: 'orders', engine: 'postgresql', vcpu: 2, ramMb: 4096, disk: 50 })
    const host = fake.make.dedicated({ name: 'db-host', kopecksAMonth: 1_850_000, months: 3 })
    const sink = await look(since('2026-09-01'))
    const cloud = kopecksBetween(fake.model, atMoscow('2026-09-01'), atMoscow('2026-11-21'))
    expect(kopecksOf(sink)).toBe(BigInt(cloud + 3 * 1_850_000))
    const rent = sink.told.flatMap(({ lines }) => lines).filter(({ ref }) => ref === host.id)
    expect(rent.map((line) => [line.day, line.billed, line.description])).toEqual([
      ['2026-09-01', money('18500', 'RUB'), '2026-09-01 – 2026-09-30'],
      ['2026-10-01', money('18500', 'RUB'), '2026-10-01 – 2026-10-31'],
      ['2026-11-01', money('18500', 'RUB'), '2026-11-01 – 2026-11-30'],
    ])
    expect(rent[0]).toMatchObject({
      name: 'db-host',
      kind: 'server',
      service: 'Выделенные серверы',
      serviceCategory: 'Compute',
      project: 'prod',
      sku: 'server_rent',
    })
  })

  it('is read once for each month that is asked for', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'web-1' })
    await look(since('2026-09-01'))
    expect(fake.seen(REPORT).map(({ query }) => [query.get('start'), query.get('end')])).toEqual([
      ['2026-11-01', '2026-11-30'],
      ['2026-10-01', '2026-10-31'],
      ['2026-09-01', '2026-09-30'],
    ])
  })

  it('puts a payment of the middle of a month on its day, and none before the days that are told', async () => {
    const { fake, look } = await startWorld()
    const host = fake.make.dedicated({ name: 'db-host', kopecksAMonth: 1_000_000, months: 0 })
    const paid = {
      resourceId: host.id,
      name: 'db-host',
      product: 'Выделенные серверы',
      type: 'server',
      project: host.project,
      balance: 'main' as const,
    }
    fake.model.report.push(
      { ...paid, from: '2026-11-03T10:00:00', till: '2026-12-03T09:59:59', kopecks: 700_000 },
      {
        ...paid,
        from: '2026-11-17T10:00:00',
        till: '2026-12-17T09:59:59',
        kopecks: 300_000,
        balance: 'bonus',
      },
    )
    const sink = await look(since('2026-11-10'))
    expect(kopecksOf(sink)).toBe(300_000n)
    expect(kopecksOf(sink, (_, on) => on === day('2026-11-17'))).toBe(300_000n)
  })

  it('gives what is paid for by the month or the year its own figure as a price, and any other span a day’s', async () => {
    const { fake, look } = await startWorld()
    const span = (id: string, from: string, till: string, kopecks: number) =>
      fake.model.report.push({
        resourceId: `0000${id}00-0000-4000-8000-000000000000`,
        name: id,
        product: 'Размещение оборудования',
        type: 'colocation_unit',
        project: null,
        from,
        till,
        kopecks,
        balance: 'main',
      })
    span('aaaa', '2026-11-01T00:00:00', '2026-11-30T23:59:59', 500_000)
    span('bbbb', '2026-10-25T00:00:00', '2027-10-24T23:59:59', 36_500_00)
    span('cccc', '2026-11-11T00:00:00', '2026-11-20T23:59:59', 100_000)
    // Paid for in October alone: nothing is charged for it now.
    span('dddd', '2026-10-01T00:00:00', '2026-10-31T23:59:59', 777)
    const { bill } = await look()
    expect(
      bill.map(({ name, price, kind, project, expectedIn }) => [name, price, kind, project, expectedIn]),
    ).toEqual([
      ['aaaa', { amount: money('5000', 'RUB'), period: 'month' }, 'colocation_unit', null, null],
      ['cccc', { amount: money('100', 'RUB'), period: 'day' }, 'colocation_unit', null, null],
      ['bbbb', { amount: money('36500', 'RUB'), period: 'year' }, 'colocation_unit', null, null],
    ])
  })

  it('knows where a dedicated server would be listed, so that one that is gone and paid for is told', async () => {
    const { fake, look } = await startWorld()
    const host = fake.make.dedicated({ name: 'db-host', kopecksAMonth: 1_850_000 })
    fake.change.remove(host, { isBilled: true })
    const sink = await look()
    expect(sink.bill[0]).toMatchObject({ ref: host.id, expectedIn: `dedicated/-/${host.project}` })
    expect(sink.outcomeOf(`dedicated/-/${host.project}`)).toMatchObject({ status: 'done', found: 0 })
  })

  it('that may not be read leaves the consumption as it is and says which right is missing', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1', vcpu: 1, ramMb: 1024 })
    fake.make.dedicated({ name: 'db-host', kopecksAMonth: 1_850_000 })
    fake.model.denied.add('report')
    const sink = await look(since('2026-11-18'))
    expect(sink.outcomeOf('billing/report')).toMatchObject({
      status: 'forbidden',
      error: { code: 'provider.forbidden', details: { right: 'reader / billing' } },
    })
    expect(kopecksOf(sink)).toBe(kopecksOf(sink, (ref) => ref === web.id))
    expect(sink.outcomeOf('costs').status).toBe('done')
  })

  it('that fails for now keeps its months from being told without it', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'web-1' })
    fake.make.dedicated({ name: 'db-host', kopecksAMonth: 1_850_000 })
    fake.fault(REPORT, { kind: 'status', status: 500, text: 'oops' }, Number.POSITIVE_INFINITY)
    const sink = await look(since('2026-11-18'))
    expect(sink.told).toEqual([])
    expect(sink.outcomeOf('billing/report')).toMatchObject({ status: 'failed' })
    expect(sink.outcomeOf('costs')).toMatchObject({
      status: 'failed',
      error: { code: 'provider.serverError' },
    })
  })

  it('counts its unreadable lines and keeps the others', async () => {
    const { fake, look } = await startWorld()
    fake.make.dedicated({ name: 'db-host', kopecksAMonth: 1_850_000, months: 1 })
    fake.make.dedicated({ name: 'spare', kopecksAMonth: 900_000, months: 1 })
    fake.fault(REPORT, { kind: 'set', path: '0.value', value: 'бесплатно' }, 1)
    const sink = await look(since('2026-11-01'))
    expect(kopecksOf(sink)).toBe(900_000n)
    expect(sink.outcomeOf('billing/report')).toMatchObject({
      status: 'failed',
      found: 1,
      error: { details: { problem: 'unreadable × 1' } },
    })
  })

  it('takes either form of the answer', async () => {
    const { fake, look } = await startWorld()
    fake.make.dedicated({ name: 'db-host', kopecksAMonth: 1_850_000, months: 1 })
    fake.fault(REPORT, { kind: 'change', change: (json) => ({ status: 'success', data: json }) }, 2)
    expect(kopecksOf(await look(since('2026-11-01')))).toBe(1_850_000n)
  })

  it('is left out for a big account whose transactions show nothing but the cloud', async () => {
    const { fake, look } = await startWorld({ resources: 11_000, quirks: { hasMetrics: false } })
    const billOnly = {
      settings: { ...fake.settings, user: '' },
      secrets: { token: fake.secrets.token ?? '' },
    }
    const sink = await look({}, billOnly)
    expect(fake.seen(REPORT)).toHaveLength(0)
    expect(sink.outcomeOf('transactions').status).toBe('done')
    expect(kopecksOf(sink)).toBe(
      BigInt(kopecksBetween(fake.model, atMoscow('2026-11-20'), atMoscow('2026-11-21'))),
    )
    fake.model.transactions.push({
      id_meta: { id: [7] },
      transaction_type: 'charge',
      transaction_group: 'dedicated',
      price: -1_850_000,
      state: 'approved',
      created: '2026-11-01T00:10:00',
    })
    await look({}, billOnly)
    expect(fake.seen(REPORT)).toHaveLength(2)
  })

  it('takes a product as covered as a whole by any of its lines', async () => {
    const { fake, look } = await startWorld()
    // The same product, one line under a number that the consumption knows, one under a word of its own.
    const odd = fake.make.billed({
      name: 'odd',
      kind: 'odd_thing',
      meters: [meter('odd_metric', 'Odd', 1, 10)],
    })
    fake.model.report.push({
      resourceId: null,
      name: 'something',
      product: 'Облачная платформа',
      type: 'unheard_of',
      project: odd.project,
      from: '2026-11-05T00:00:00',
      till: '2026-11-30T23:59:59',
      kopecks: 999_999,
      balance: 'main',
    })
    const sink = await look(since('2026-11-01'))
    expect(kopecksOf(sink)).toBe(kopecksOf(sink, (ref) => ref === odd.id))
  })
})
