import { afterEach, describe, expect, it } from 'vitest'
import { day } from '#shared/lib/day.ts'
import { startWorld, stopWorlds } from './account.ts'

afterEach(stopWorlds)

const GNOCCHI = 'POST /cloud/:pool/metric/v1/aggregates'
const since = (first: string) => ({ usageFrom: day(first) })

describe('the use of things', () => {
  it('is told by Moscow’s day for servers: cores and gigabytes, mean and peak', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1', vcpu: 4, ramMb: 8192 })
    const { rows } = await look(since('2026-11-18'))
    const days = rows.filter(({ ref, metric }) => ref === web.id && metric === 'cpu')
    // The load is 10 % in the first half of a UTC day and 50 % in the second; four points a day.
    expect(days).toEqual([
      { ref: web.id, metric: 'cpu', day: '2026-11-18', used: 1.2, peak: 2, capacity: 4 },
      { ref: web.id, metric: 'cpu', day: '2026-11-19', used: 1.2, peak: 2, capacity: 4 },
      { ref: web.id, metric: 'cpu', day: '2026-11-20', used: expect.any(Number), peak: 2, capacity: 4 },
    ])
    expect(rows.find(({ metric }) => metric === 'ram')).toEqual({
      ref: web.id,
      metric: 'ram',
      day: '2026-11-18',
      used: 2.4,
      peak: 4,
      capacity: 8,
    })
  })

  it('is told for databases against the size of a node', async () => {
    const { fake, look } = await startWorld()
    const orders = fake.make.database({
      name: 'orders',
      engine: 'postgresql',
      vcpu: 2,
      ramMb: 4096,
      disk: 100,
      nodes: 2,
    })
    const { rows } = await look(since('2026-11-19'))
    const first = rows.filter(({ ref, day: on }) => ref === orders.id && on === '2026-11-19')
    expect(first.map(({ metric, used, peak, capacity }) => [metric, used, peak, capacity])).toEqual([
      ['cpu', 0.6, 1, 2],
      ['ram', 1.2, 2, 4],
      ['disk', 30, 50, 100],
    ])
  })

  it('is not asked of what stands still, and its absence is no failure', async () => {
    const { fake, look } = await startWorld()
    fake.make.server({ name: 'stopped', status: 'SHUTOFF' })
    const bare = fake.make.server({ name: 'no agent' })
    bare.spec.hasMetrics = false
    const sink = await look(since('2026-11-19'))
    expect(sink.rows).toEqual([])
    expect(sink.outcomes.every(({ status }) => status === 'done')).toBe(true)
    expect(fake.seen(GNOCCHI).map(({ body }) => JSON.parse(body).search)).toEqual([
      `id=${bare.id}`,
      `id=${bare.id}`,
    ])
  })

  it('is given up where nothing at all is measured', async () => {
    const { fake, look } = await startWorld({ quirks: { hasMetrics: false } })
    for (let index = 0; index < 60; index += 1) fake.make.server({ name: `node-${index}` })
    await look(since('2026-11-19'))
    expect(fake.seen(GNOCCHI).length).toBeLessThan(60)
  })

  it('that may not be read costs the use alone', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1' })
    fake.fault(GNOCCHI, { kind: 'status', status: 403, json: { message: 'no' } }, Number.POSITIVE_INFINITY)
    const sink = await look(since('2026-11-19'))
    expect(sink.outcomeOf(`usage/ru-3/${web.project}`)).toMatchObject({ status: 'forbidden' })
    expect(sink.refs()).toContain(web.id)
  })
})
