import { describe, expect, it } from 'vitest'
import { money } from '#main/core/money/money.ts'
import { placeOf } from '#main/providers/selectel/billing/place.ts'
import { kindOf, readLine } from '#main/providers/selectel/billing/read-line.ts'

const record = {
  account_id: '123456',
  provider_key: 'vpc',
  value: 215_424,
  period: '2026-02-14T00:00:00',
  project: { id: 'b1c2', name: 'prod' },
  metric: { id: 'compute_cores', name: 'vCPU', quantity: 4, unit: 'item', region: 'ru-3a' },
  object: { id: '0f6d', name: 'web-1', type: 'cloud_vm', parent_id: 'b1c2', parent_name: 'prod' },
}

describe('a line of the bill', () => {
  it('is read whole', () => {
    expect(readLine(record, 'RUB')).toEqual({
      period: '2026-02-14T00:00:00',
      product: 'vpc',
      projectId: 'b1c2',
      projectName: 'prod',
      objectId: '0f6d',
      objectName: 'web-1',
      parentId: 'b1c2',
      kind: 'cloud_vm',
      type: 'server',
      metric: 'compute_cores',
      metricName: 'vCPU',
      unit: 'item',
      quantity: 4n * 10n ** 15n,
      amount: money('2154.24', 'RUB'),
      pool: 'ru-3',
      zone: 'ru-3a',
    })
  })

  it('may have neither metric nor object nor project', () => {
    const bare = readLine(
      { ...record, provider_key: 'storage', metric: null, object: null, project: null },
      'RUB',
    )
    expect(bare).toMatchObject({ objectId: null, projectId: null, metric: null, kind: 'storage', pool: null })
  })

  it.each([
    [215_424, '2154.24'],
    ['215424', '2154.24'],
    [0, '0'],
    [-14_520, '-145.2'],
    [0.5, '0.005'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('of %s kopecks is %s roubles', (value, roubles) => {
    expect(readLine({ ...record, value }, 'RUB')?.amount).toEqual(money(roubles, 'RUB'))
  })

  it.each([
    [null],
    [''],
    ['много'],
    ['1e309'],
    ['NaN'],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [{}],
    [[1]],
    [true],
  ])('of %s is not to be read', (value) => {
    expect(readLine({ ...record, value }, 'RUB')).toBeNull()
  })

  it('without a time, or that is no object, is not to be read', () => {
    expect(readLine({ ...record, period: undefined }, 'RUB')).toBeNull()
    for (const junk of [null, 'row', 7, []]) expect(readLine(junk, 'RUB')).toBeNull()
  })
})

describe('the bill’s word', () => {
  it.each([
    ['vpc', 'CLOUD_VM', 'compute_cores', 'cloud_vm'],
    ['vpc', 'unknown', 'load_balancers_single', 'load_balancers_single'],
    ['vpc', null, null, 'vpc'],
    ['vpc', 'quantum_vm', 'quantum_seconds', 'quantum_vm'],
    // Where everything is of one type, a word that means nothing alone means that.
    ['dbaas', 'cluster', null, 'dbaas_cluster'],
    ['storage', null, 'requests_put', 'storage'],
    ['storage', null, 'storage_gb', 'storage_gb'],
  ])('%s %s %s is %s', (product, type, metric, kind) => {
    expect(kindOf(product, type, metric)).toBe(kind)
  })
})

describe('a place of the bill', () => {
  it.each([
    ['ru-3a', 'ru-3', 'ru-3a'],
    ['ru-3', 'ru-3', null],
    ['gis-1b', 'gis-1', 'gis-1b'],
    ['ru-2c-236061', 'ru-2', 'ru-2c'],
    ['ala', 'ala', null],
    [null, null, null],
  ])('%s', (region, pool, zone) => {
    expect(placeOf(region)).toEqual({ pool, zone })
  })
})
