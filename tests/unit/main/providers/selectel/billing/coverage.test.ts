import { describe, expect, it } from 'vitest'
import { createCoverage } from '#main/providers/selectel/billing/coverage.ts'
import { readLine } from '#main/providers/selectel/billing/read-line.ts'
import { wireReportLine } from '#main/providers/selectel/billing/wire.ts'

const line = (more: Record<string, unknown>) => wireReportLine.parse({ value: 100, ...more })
const consumed = (object: object) =>
  readLine({ provider_key: 'vpc', value: 1, period: '2026-11-20T00:00:00', object }, 'RUB')

describe('a product of the report', () => {
  it.each([
    [{ product_name: 'Что-то новое', resource_type: 'cloud_vm' }],
    [{ product_name: 'Что-то новое', metric_id: 'volume_gigabytes_fast' }],
    [{ product_name: 'Облачная платформа', resource_type: 'whatever' }],
    [{ product_name: 'Cloud platform' }],
    [{ product_name: 'Объектное хранилище' }],
    [{ product_name: 'Managed Kubernetes' }],
    [{ product_name: 'Облачные базы данных' }],
    [{ product_name: 'CDN' }],
  ])('that the consumption tells: %o', (told) => {
    expect(createCoverage().isCovered(line(told))).toBe(true)
  })

  it.each([
    [{ product_name: 'Выделенные серверы', resource_type: 'server', metric_id: 'server_rent' }],
    // Dedicated servers have traffic, addresses and licences too.
    [{ product_name: 'Выделенные серверы', resource_type: 'exttraffic', metric_id: 'exttraffic' }],
    [{ product_name: 'Dedicated Project', resource_type: 'license_windows' }],
    [{ product_name: 'Размещение оборудования' }],
    [{ product_name: 'Межсетевые экраны' }],
    [{ product_name: null }],
  ])('that it does not tell: %o', (told) => {
    expect(createCoverage().isCovered(line(told))).toBe(false)
  })

  it('is known by a thing or a type that the consumption has named, and then as a whole', () => {
    const coverage = createCoverage()
    const named = consumed({ id: 'o1', name: 'x', type: 'new_thing' })
    if (named) coverage.note(named)
    const other = line({ product_name: 'Новинка', resource_id: 'o2', resource_type: 'another' })
    expect(coverage.isCovered(other)).toBe(false)
    expect(coverage.isCovered(line({ product_name: 'Новинка', resource_id: 'o1' }))).toBe(true)
    expect(coverage.isCovered(other)).toBe(true)
    expect(coverage.isCoveredProduct({ product_name: 'Новинка' })).toBe(true)
    expect(coverage.isCovered(line({ product_name: 'Вторая', resource_type: 'new_thing' }))).toBe(true)
  })
})
