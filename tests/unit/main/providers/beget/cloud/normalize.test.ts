import { describe, expect, it } from 'vitest'
import { toText } from '#main/core/money/money.ts'
import { normalizeService } from '#main/providers/beget/cloud/normalize.ts'
import { wireService } from '#main/providers/beget/cloud/wire.ts'
import services from '#tests/fixtures/beget/services.json' with { type: 'json' }

const [database, storage] = services.service
const names = { projects: new Map([['9a1c', 'Магазин']]), prices: new Map() }
const item = (wire: unknown) => normalizeService(wireService.parse(wire), names).item

describe('a cloud database', () => {
  it('is told in our words', () => {
    expect(item(database)).toMatchObject({
      ref: 'c7b1',
      name: 'Main PG',
      type: 'database',
      kind: 'postgresql15',
      region: 'ru1',
      status: 'running',
      project: 'Магазин',
      attributes: {
        vcpu: 1,
        ramGb: 2,
        diskGb: 20,
        address: '203.0.113.40',
        privateAddresses: ['10.20.0.9'],
        engine: 'PostgreSQL 15.6',
        host: 'c7b1.pg.beget.cloud',
        port: 5432,
      },
    })
    const { price } = item(database)
    expect(price && toText(price.amount)).toEqual({ amount: '30', currency: 'RUB' })
  })

  it('of a version that is new to us is a database all the same', () => {
    const wire = { id: 'a', type: 'MYSQL97', mysql97: { configuration: { cpu_count: 8 } }, price_day: 5 }
    expect(item(wire)).toMatchObject({ type: 'database', kind: 'mysql97', attributes: { engine: 'MySQL' } })
  })

  it.each([
    [{ status: 'STOPPED' }, 'stopped'],
    [{ status: 'RECONFIGURING' }, 'changing'],
    [{ status: 'SUSPENDED', status_details: 'SUSPENDED_INSUFFICIENT_FUNDS' }, 'blocked'],
    [{ status: 'SUSPENDED', status_details: 'SUSPENDED_SERVICE_MAINTENANCE' }, 'stopped'],
    [{ restoring: true }, 'changing'],
    [{ status: 'MELTING' }, 'unknown'],
  ])('with %j is %s', (change, status) => {
    expect(item({ ...database, ...change }).status).toBe(status)
  })
})

describe('what a service must not leave behind', () => {
  it('keys of the storage, logins and passwords of its FTP, ways into consoles', () => {
    for (const wire of [database, storage]) {
      const text = JSON.stringify(item(wire), (_, value: unknown) =>
        typeof value === 'bigint' ? `${value}` : value,
      )
      expect(text).not.toContain('not-a-real')
    }
    expect(JSON.parse(item(storage).raw)).toMatchObject({
      s3: { fqdn: 'd001.s3.ru1.storage.beget.cloud', ftp: { status: 'DISABLED' } },
    })
  })
})

describe('other services', () => {
  it('a storage is told with its address', () => {
    expect(item(storage)).toMatchObject({
      type: 'object_storage',
      kind: 's_3',
      attributes: { host: 'd001.s3.ru1.storage.beget.cloud' },
    })
  })

  it('a CDN is told with its domains', () => {
    const cdn = { resource_domain: [{ domain: 'cdn.example.ru' }], source_domain: 'example.ru' }
    expect(item({ id: 'c', type: 'CDN', cdn })).toMatchObject({
      type: 'cdn',
      attributes: { domains: ['cdn.example.ru'], source: 'example.ru' },
    })
  })

  it('one that is new to us keeps its word and its price', () => {
    const wire = { id: 'r', type: 'REDIS8', price_day: 12, redis8: { secret: 'not-a-real-secret' } }
    expect(item(wire)).toMatchObject({ type: 'other', kind: 'redis8', price: { period: 'day' } })
    expect(item(wire).raw).not.toContain('not-a-real')
  })

  it('a free one costs nothing, which is a price', () => {
    expect(item({ id: 's', type: 'S_3', price_day: 0, price_month: 0 }).price?.amount.femtos).toBe(0n)
  })
})
