import { describe, expect, it } from 'vitest'
import { toText } from '#main/core/money/money.ts'
import { normalizeImage, normalizeServer, normalizeSnapshot } from '#main/providers/beget/vps/normalize.ts'
import { wireImage, wireServer, wireSnapshot } from '#main/providers/beget/vps/wire.ts'
import servers from '#tests/fixtures/beget/servers.json' with { type: 'json' }

const [server] = servers.vps
const names = { projects: new Map([['9a1c', 'Магазин']]), prices: new Map() }

const normalized = (change: Record<string, unknown> = {}) =>
  normalizeServer(wireServer.parse({ ...server, ...change }), names)
const item = (change: Record<string, unknown> = {}) => normalized(change).item
const priceOf = (change: Record<string, unknown> = {}) => {
  const { price } = item(change)
  return price && `${toText(price.amount).amount} ${price.period}`
}

describe('a server', () => {
  it('is told in our words', () => {
    expect(item()).toMatchObject({
      ref: '3f0b5a52-6c0e-4a1e-9d3a-0c8f1e5d7a11',
      name: 'web-prod-1',
      type: 'server',
      service: 'VPS',
      region: 'ru1',
      status: 'running',
      project: 'Магазин',
      createdAtMs: Date.parse('2025-11-19T15:22:58Z'),
      attachedTo: null,
      attributes: {
        vcpu: 2,
        ramGb: 4,
        diskGb: 40,
        networkMbps: 250,
        address: '203.0.113.21',
        addresses: ['203.0.113.21', '203.0.113.22'],
        privateAddresses: ['10.20.0.5'],
        software: 'n8n 1.108.2',
        licences: ['ISPmanager Lite', 'Backup agent'],
        licencesDaily: '10',
        tariff: 'Standard 2/4/40',
      },
    })
  })

  it('costs what its configuration and its licences cost together', () => {
    expect(priceOf()).toBe('32 day')
    expect(priceOf({ software: null })).toBe('22 day')
  })

  it('costs by the month where only months are told', () => {
    const configuration = { ...server?.configuration, price_day: 0 }
    expect(priceOf({ configuration, software: null })).toBe('660 month')
    const license = [{ billing: { monthly: { price_month: 60 } } }]
    expect(priceOf({ configuration, software: { license } })).toBe('720 month')
  })

  it('takes the price of its preset where it tells none itself', () => {
    const prices = new Map([
      ['ru1-normal-2-4-40', { amount: { currency: 'RUB', femtos: 7n }, period: 'day' }],
    ] as const)
    const wire = wireServer.parse({ id: 'a', configuration: { id: 'ru1-normal-2-4-40' } })
    expect(normalizeServer(wire, { projects: new Map(), prices }).item.price?.amount.femtos).toBe(7n)
  })

  it('whose price, or whose licence, cannot be read says so', () => {
    const configuration = { ...server?.configuration, price_day: 'NaN', price_month: 'NaN' }
    expect(normalized({ configuration }).isPriceUnread).toBe(true)
    const license = [{ billing: { daily: { price_day: 'free' } } }]
    expect(normalized({ software: { license } }).isPriceUnread).toBe(true)
    expect(normalized().isPriceUnread).toBe(false)
  })

  it.each([
    [{ status: 'STOPPED' }, 'stopped'],
    [{ status: 'running' }, 'running'],
    [{ status: 'RECONFIGURING' }, 'changing'],
    [{ status: 'REMOVING' }, 'changing'],
    [{ status: 'REMOVED' }, 'gone'],
    [{ status: 'HIBERNATED' }, 'unknown'],
    [{ status: null }, 'unknown'],
    [{ archived: true }, 'blocked'],
    [{ archived: '1', host_unavailable: true }, 'blocked'],
    [{ host_unavailable: true }, 'error'],
    [{ unarchiving: true }, 'changing'],
    [{ migrating: true }, 'changing'],
  ])('with %j is %s', (change, status) => {
    expect(item(change).status).toBe(status)
  })

  it('needs nothing but its number', () => {
    const { item } = normalizeServer(wireServer.parse({ id: 'a' }), names)
    expect(item).toMatchObject({ ref: 'a', name: 'a', status: 'unknown', price: null, attributes: {} })
  })

  it('with a system on it tells the system, and with an application the application', () => {
    const software = { display_name: 'Ubuntu 24.04', version: '24.04', status: 'INSTALLED' }
    expect(item({ software }).attributes).toMatchObject({ os: 'Ubuntu 24.04' })
    expect(item({ software: { ...software, status: 'INSTALLING' } }).attributes.softwareState).toBe(
      'INSTALLING',
    )
  })

  it('keeps a name with a smile and loses what would turn the line around', () => {
    expect(item({ display_name: 'витрина 🛒' }).name).toBe('витрина 🛒')
    expect(item({ display_name: '\u202eexe.bew\u0000' }).name).toBe('exe.bew')
    expect(item({ display_name: 'я'.repeat(10_000_000) }).name).toHaveLength(300)
  })

  it('of wrong kinds throughout keeps what is left of it', () => {
    const broken = {
      configuration: 'none',
      status: 5,
      date_create: {},
      additional_ip_address: 'x',
      software: [],
    }
    expect(item(broken)).toMatchObject({
      name: 'web-prod-1',
      status: 'unknown',
      createdAtMs: null,
      price: null,
    })
  })

  it('leaves its secrets behind', () => {
    const text = JSON.stringify(item(), (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    )
    expect(text).not.toContain('not-a-real')
    expect(JSON.parse(item().raw)).toMatchObject({ id: server?.id, software: { name: 'n8n' } })
  })
})

describe('a snapshot', () => {
  const wire = {
    id: '5d0',
    vps_id: '3f0b',
    vps_name: 'web-prod-1',
    vps_exists: true,
    date_create: '2026-02-01T03:10:00+03:00',
    size: '11811160064',
    status: 'DONE',
    description: 'before upgrade',
    price_day: 1.32,
    region: 'ru1',
    installed_software: { name: 'n8n', metadata: { password: 'not-a-real-password' } },
  }

  it('has a price of its own and a server', () => {
    const { item } = normalizeSnapshot(wireSnapshot.parse(wire))
    expect(item).toMatchObject({
      type: 'snapshot',
      name: 'before upgrade',
      attachedTo: '3f0b',
      status: 'running',
    })
    expect(item.attributes).toMatchObject({ diskGb: 11, server: 'web-prod-1' })
    expect(item.price && toText(item.price.amount).amount).toBe('1.32')
    expect(item.raw).not.toContain('not-a-real')
  })

  it('of a server that is gone belongs to nobody', () => {
    const { item } = normalizeSnapshot(wireSnapshot.parse({ ...wire, vps_exists: false, status: 'error' }))
    expect(item).toMatchObject({ attachedTo: null, status: 'error' })
  })
})

it('an image costs by the day', () => {
  const wire = { id: 'i', name: 'golden', status: 'CONVERTING', price: 0.5, size_bytes: '5368709120' }
  const { item } = normalizeImage(wireImage.parse(wire))
  expect(item).toMatchObject({ type: 'image', name: 'golden', status: 'changing', attributes: { diskGb: 5 } })
  expect(item.price).toMatchObject({
    period: 'day',
    amount: { currency: 'RUB', femtos: 500_000_000_000_000n },
  })
})
