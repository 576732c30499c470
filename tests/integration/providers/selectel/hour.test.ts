import { afterEach, describe, expect, it } from 'vitest'
import { money } from '#main/core/money/money.ts'
import { meter } from '#tests/fakes/selectel/rates.ts'
import { startWorld, stopWorlds } from './account.ts'

afterEach(stopWorlds)

const hourly = (amount: string) => ({ amount: money(amount, 'RUB'), period: 'hour' })

describe('the latest hour', () => {
  it('gives everything that the bill names its price for an hour, with what it is made of', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1', vcpu: 4, ramMb: 8192 })
    const disk = fake.make.volume({ name: 'disk-for-web-1', size: 60, kind: 'fast', server: web })
    const { bill } = await look()
    // 4 × 90 + 8 × 32 kopecks; 60 × 8 kopecks
    expect(bill).toEqual([
      expect.objectContaining({
        ref: web.id,
        name: 'web-1',
        kind: 'cloud_vm',
        metrics: ['compute_cores', 'compute_ram'],
        service: 'Облачные серверы',
        parentRef: null,
        region: 'ru-3',
        zone: 'ru-3a',
        project: 'prod',
        price: hourly('6.16'),
        expectedIn: `servers/ru-3/${web.project}`,
      }),
      expect.objectContaining({
        ref: disk.id,
        kind: 'volume_gigabytes_fast',
        parentRef: web.id,
        price: hourly('4.8'),
        expectedIn: `volumes/ru-3/${web.project}`,
      }),
    ])
    expect(JSON.parse(bill[0]?.raw ?? '')).toHaveLength(2)
  })

  it('is the last one that is over, in Moscow’s time', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'web-1' })
    await look()
    const asked = fake.seen('GET /api/v1/cloud_billing/statistic/consumption').map(({ query }) => query)
    expect(asked[1]?.get('start')).toBe('2026-11-20T11:00:00')
    expect(asked[1]?.get('end')).toBe('2026-11-20T11:59:59')
    expect(asked[1]?.get('group_type')).toBe('project_object_region_metric')
  })

  it('is another one for a product whose bill lags behind', async () => {
    const { fake, look } = await startWorld({ quirks: { lag: { dbaas: 3 } } })
    const web = fake.make.server({ name: 'web-1' })
    const orders = fake.make.database({
      name: 'orders',
      engine: 'postgresql',
      vcpu: 2,
      ramMb: 4096,
      disk: 50,
    })
    const { bill } = await look()
    expect(bill.map(({ ref }) => ref).sort()).toEqual([web.id, orders.id].sort())
    expect(JSON.parse(bill.find(({ ref }) => ref === orders.id)?.raw ?? '')[0].period).toBe(
      '2026-11-20T08:00:00',
    )
  })

  it('is looked for no further back than a day', async () => {
    const { fake, look } = await startWorld({ quirks: { lag: { vpc: 30 } } })
    fake.make.server({ name: 'web-1' })
    const sink = await look()
    expect(sink.bill).toEqual([])
    expect(sink.outcomeOf('billing/hour')).toMatchObject({ status: 'done', found: 0 })
  })

  it('stands against a made-up number where the bill names nothing', async () => {
    const { fake, look } = await startWorld()
    const project = fake.model.projects[0]?.id
    fake.make.billed({
      name: '',
      kind: null,
      hasObject: false,
      product: 'cdn',
      meters: [meter('cdn_traffic', 'Трафик', 1, 63)],
    })
    fake.make.billed({
      name: '',
      kind: null,
      hasObject: false,
      product: 'storage',
      meters: [{ ...meter('x', 'x', 1, 830), metric: null }],
    })
    const { bill } = await look()
    expect(bill.map(({ ref, kind, price }) => [ref, kind, price])).toEqual([
      [`cdn/${project}/cdn_traffic`, 'cdn_traffic', hourly('0.63')],
      [`storage/${project}/-`, 'storage', hourly('8.3')],
    ])
  })

  it('keeps the word of a service that nobody knows, and its cost', async () => {
    const { fake, look } = await startWorld()
    const qpu = fake.make.billed({
      name: 'qpu-1',
      kind: 'quantum_vm',
      meters: [meter('quantum_seconds', 'Кубиты', 10, 777)],
    })
    const { bill } = await look()
    expect(bill).toEqual([
      expect.objectContaining({
        ref: qpu.id,
        kind: 'quantum_vm',
        service: 'Облачная платформа',
        metrics: ['quantum_seconds'],
        price: hourly('7.77'),
        expectedIn: null,
      }),
    ])
  })

  it('counts containers with the parts of their big objects, whichever line knows the pool', async () => {
    const { fake, look } = await startWorld()
    const backups = fake.make.container({ name: 'backups', sizeGb: 900 })
    fake.make.container({ name: 'backups_segments', sizeGb: 100 })
    const sink = await look()
    const ref = `s3/${backups.project}/ru-3/backups`
    // Storage 900 + 100, traffic 1 + 1
    expect(sink.bill.map((item) => [item.ref, item.price])).toEqual([[ref, hourly('10.02')]])
    expect(sink.item(ref).attributes).toMatchObject({ diskGb: 1000, objects: 12 })
  })

  it('falls back to coarser groups where the finer ones are refused, and does not ask for them again', async () => {
    const { fake, look } = await startWorld({
      quirks: {
        groupings: new Set(['project', 'object']),
        products: new Set([
          'vpc',
          'mks',
          'dbaas',
          'storage',
          'cdn',
          'vmware',
          'craas',
          'ones',
          'mobfarm',
          'ses',
          'serverless',
        ]),
      },
    })
    const web = fake.make.server({ name: 'web-1', vcpu: 1, ramMb: 1024 })
    const sink = await look()
    expect(sink.bill).toEqual([
      expect.objectContaining({ ref: web.id, metrics: [], project: null, price: hourly('1.22') }),
    ])
    expect(sink.outcomeOf('costs').status).toBe('done')
    const asked = fake
      .seen('GET /api/v1/cloud_billing/statistic/consumption')
      .map(({ query }) => [query.get('group_type'), query.getAll('provider_keys').length])
    expect(asked).toEqual([
      ['project', 14],
      ['project', 11],
      ['project_object_region_metric', 1],
      ['object_metric', 1],
      ['object', 1],
      ['object', 11],
    ])
  })

  it('leaves out lines that cannot be read, says how many, and is not taken for whole', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1', vcpu: 1, ramMb: 1024 })
    const line = (value: unknown) => ({
      provider_key: 'vpc',
      value,
      period: '2026-11-20T11:00:00',
      project: null,
      metric: null,
      object: { id: 'x', name: 'x', type: 'cloud_vm' },
    })
    fake.model.quirks.junkRows = [
      line('много'),
      line(null),
      line('1e309'),
      line({}),
      'junk',
      null,
      line('NaN'),
    ]
    const sink = await look()
    expect(sink.bill.map(({ ref, price }) => [ref, price])).toEqual([[web.id, hourly('1.22')]])
    expect(sink.outcomeOf('billing/hour')).toMatchObject({
      status: 'failed',
      found: 1,
      error: { code: 'provider.badAnswer', details: { path: 'value', problem: 'unreadable × 7' } },
    })
  })

  it('reads kopecks that come as text', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1', vcpu: 1, ramMb: 1024 })
    fake.fault(
      'GET /api/v1/cloud_billing/statistic/consumption',
      { kind: 'set', path: 'data.*.value', value: '215424' },
      2,
    )
    const sink = await look()
    // Two lines of the server.
    expect(sink.bill.map(({ ref, price }) => [ref, price])).toEqual([[web.id, hourly('4308.48')]])
  })
})
