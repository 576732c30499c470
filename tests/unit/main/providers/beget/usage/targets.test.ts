import { describe, expect, it } from 'vitest'
import { wireService } from '#main/providers/beget/cloud/wire.ts'
import { periodFor, targetOfServer, targetOfService } from '#main/providers/beget/usage/targets.ts'
import { wireServer } from '#main/providers/beget/vps/wire.ts'
import { day } from '#shared/lib/day.ts'
import servers from '#tests/fixtures/beget/servers.json' with { type: 'json' }
import services from '#tests/fixtures/beget/services.json' with { type: 'json' }

describe('what is measured', () => {
  it('a server, with what it has', () => {
    const target = targetOfServer(wireServer.parse(servers.vps[0]))
    expect(target).toMatchObject({ machine: { cores: 2, ramGb: 4, diskGb: 40, mbps: 250 }, diskUsedGb: 12.9 })
    expect(target?.pathOf('cpu')).toBe('/v1/vps/statistic/cpu/3f0b5a52-6c0e-4a1e-9d3a-0c8f1e5d7a11')
  })

  it('a database under its engine, and no other service', () => {
    const [database, storage] = services.service
    expect(targetOfService(wireService.parse(database))?.pathOf('disk-usage')).toBe(
      '/v1/cloud/postgresql/c7b1/statistic/disk-usage',
    )
    expect(targetOfService(wireService.parse(storage))).toBeNull()
  })

  it('not what is blocked or gone, and no number leads to another address', () => {
    const server = (change: object) => targetOfServer(wireServer.parse({ ...servers.vps[0], ...change }))
    expect(server({ archived: true })).toBeNull()
    expect(server({ status: 'REMOVED' })).toBeNull()
    expect(server({ id: '../../auth' })?.pathOf('cpu')).toBe('/v1/vps/statistic/cpu/..%2F..%2Fauth')
  })
})

it('the stretch asked for holds the first day whole', () => {
  const noon = Date.parse('2026-11-20T09:00:00Z')
  expect(periodFor(day('2026-11-20'), noon)).toBe('DAY')
  expect(periodFor(day('2026-11-19'), noon)).toBe('WEEK')
  expect(periodFor(day('2026-11-14'), noon)).toBe('WEEK')
  expect(periodFor(day('2026-11-13'), noon)).toBe('MONTH')
  expect(periodFor(day('2026-10-22'), noon)).toBe('MONTH')
})
