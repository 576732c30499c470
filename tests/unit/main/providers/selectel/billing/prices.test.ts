import { describe, expect, it } from 'vitest'
import type { InventoryItem } from '#main/core/model/findings.ts'
import { money } from '#main/core/money/money.ts'
import { priceListOf } from '#main/providers/selectel/billing/prices.ts'
import { wirePrices } from '#main/providers/selectel/billing/wire.ts'

const prices = [
  { resource: 'compute_cores', group: 'ru-1a', value: 89.76, unit: 'item' },
  { resource: 'compute_ram', group: 'ru-1a', value: 0.031875, unit: 'MB' },
  { resource: 'volume_gigabytes_fast', group: 'ru-1a', value: 7.65, unit: 'GB' },
  { resource: 'volume_gigabytes_local', group: 'ru-1a', value: 2.576, unit: 'GB' },
  { resource: 'volume_gigabytes_basic', group: 'ru-1a', value: 'дорого', unit: 'GB' },
  { resource: 'network_floatingips', group: 'ru-1', value: 24.48, unit: 'item' },
  { resource: 'network_floatingips', group: 'ru-1-236061', value: 10, unit: 'item' },
  { resource: 'network_floatingips', group: 'ru-2-999999', value: 1, unit: 'item' },
]
const list = priceListOf(wirePrices.parse({ currency: 'rub', prices }), { ref: '236061', currency: 'RUB' })

const item = (type: InventoryItem['type'], more: Partial<InventoryItem>): InventoryItem => ({
  ref: 'x',
  name: 'x',
  type,
  kind: type,
  service: '',
  region: 'ru-1',
  zone: 'ru-1a',
  status: 'running',
  project: null,
  createdAtMs: null,
  price: null,
  attachedTo: null,
  attributes: {},
  tags: [],
  raw: '{}',
  ...more,
})
const server = (attributes: Record<string, unknown>) => item('server', { attributes })
const hourly = (amount: string) => ({ amount: money(amount, 'RUB'), period: 'hour' })

describe('a price from the list', () => {
  it('is exact to the last place: kopecks for a unit and an hour', () => {
    // 2 × 89.76 + 4096 × 0.031875 kopecks
    expect(list.priceOf(server({ flavor: 'SL1.2-4096', vcpu: 2, ramGb: 4 }))).toEqual(hourly('3.1008'))
    // and 32 × 2.576 for the disk of its own
    expect(list.priceOf(server({ flavor: 'SL1.2-4096', vcpu: 2, ramGb: 4, diskGb: 32 }))).toEqual(
      hourly('3.92512'),
    )
    expect(list.priceOf(item('volume', { attributes: { diskType: 'fast', diskGb: 50 } }))).toEqual(
      hourly('3.825'),
    )
  })

  it('of this account alone goes before everybody’s, another account’s does not count', () => {
    expect(list.priceOf(item('ip_address', {}))).toEqual(hourly('0.1'))
    expect(list.priceOf(item('ip_address', { region: 'ru-2' }))).toBeNull()
  })

  it('is none where a part of it is unknown, unreadable, or sold by another line', () => {
    expect(list.priceOf(server({ flavor: 'HFL1.2-4096', vcpu: 2, ramGb: 4 }))).toBeNull()
    expect(list.priceOf(server({ flavor: 'SL1.2-4096', vcpu: 2 }))).toBeNull()
    expect(list.priceOf(item('volume', { attributes: { diskType: 'basic', diskGb: 50 } }))).toBeNull()
    expect(
      list.priceOf(item('volume', { zone: 'ru-9a', attributes: { diskType: 'fast', diskGb: 50 } })),
    ).toBeNull()
    expect(list.priceOf(item('database', {}))).toBeNull()
  })
})
