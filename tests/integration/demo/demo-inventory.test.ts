import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '#main/core/model/session.ts'
import { listChanges } from '#main/queries/changes.query.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { listFilters } from '#main/queries/filters.query.ts'
import { getResource, getResourceRaw } from '#main/queries/resource-details.query.ts'
import { getResourceUsage } from '#main/queries/resource-usage.query.ts'
import { listResourceVersions } from '#main/queries/resource-versions.query.ts'
import { listResources } from '#main/queries/resources.query.ts'
import { listSnapshots } from '#main/queries/snapshots.query.ts'
import { listTypeRules, listUnrecognised } from '#main/queries/unrecognised.query.ts'
import { createDemo, type DemoService } from '#main/services/demo/demo.service.ts'
import { createInventory } from '#main/services/inventory/inventory.service.ts'
import { openStore } from '#main/store/open.ts'
import type { Store } from '#main/store/store.ts'
import { contract } from '#shared/contract/index.ts'
import type { ResourceFilterInput } from '#shared/contract/resources.ts'
import { addDays } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { scopeOf } from '#tests/integration/queries/seed.ts'

const folder = mkdtempSync(join(tmpdir(), 'infrazen-test-'))
const ports = testPorts(folder)
let store: Store
let demo: DemoService
let ids: { workspaceId: string; userId: string }

beforeAll(async () => {
  store = await openStore(ports)
  demo = createDemo({ store, ports })
  ids = demo.ensure()
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const scope = () => scopeOf(store, ports, ids.workspaceId)
const days = () => ({ spendFrom: addDays(scope().today, -30), spendTo: addDays(scope().today, -1) })
const list = (filter: ResourceFilterInput = {}) =>
  contract['resources.list'].output.parse(
    listResources(scope(), contract['resources.list'].input.parse({ filter, ...days(), limit: 500 })),
  )
const idOf = (name: string): number => list({ search: name }).items.find((r) => r.name === name)?.id ?? 0
const details = (name: string) =>
  contract['resources.get'].output.parse(getResource(scope(), { id: idOf(name), ...days() }))
const connections = () =>
  contract['connections.list'].output.parse(listConnections(scope(), { hasArchived: false })).items
const unknown = (state: 'open' | 'all' = 'open') =>
  contract['unrecognised.list'].output.parse(
    listUnrecognised(scope(), contract['unrecognised.list'].input.parse({ state })),
  )

describe('the resources', () => {
  test('cost 417 000 roubles a month to the kopeck', () => {
    expect(list({ isPresent: true }).totals.monthlyCost).toEqual([{ amount: '417000', currency: 'RUB' }])
  })

  test('have one that is billed though it is gone, two that nobody uses and one that nobody knows', () => {
    const named = (filter: ResourceFilterInput) => list(filter).items.map((r) => [r.name, r.status, r.type])
    expect(named({ mark: 'zombie' })).toEqual([['dev-vps-02', 'unknown', 'server']])
    expect(named({ mark: 'orphan' })).toEqual([
      ['pg-backup-volume', 'stopped', 'volume'],
      ['dev-public-ip', 'stopped', 'ip_address'],
    ])
    expect(named({ mark: 'unrecognised' })).toEqual([['vpn-gateway', 'running', 'other']])
    for (const { dailyCost } of list({ mark: 'zombie' }).items) expect(dailyCost).not.toBeNull()
  })

  test('tell when the zombie became one, and what it was before', () => {
    const { items } = listResourceVersions(scope(), { id: idOf('dev-vps-02'), offset: 0, limit: 10 })
    expect(items[0]).toMatchObject({
      change: 'updated',
      fields: [
        { field: 'marks', before: null, after: 'zombie' },
        { field: 'status', before: 'running', after: 'unknown' },
      ],
    })
  })

  test('have servers with volumes merged in them, which cost less than the servers', () => {
    const { parts, resource, attributes } = details('api-backend-prod-01')
    expect(parts.map(({ name, sizeGb }) => [name, sizeGb])).toEqual([
      ['disk-for-api-backend-prod-01', 40],
      ['api-data', 280],
    ])
    const cost = parts.reduce((sum, part) => sum + (parseDecimal(part.dailyCost?.amount ?? '') ?? 0n), 0n)
    expect(cost).toBeLessThan(parseDecimal(resource.dailyCost?.amount ?? '') ?? 0n)
    expect(resource.diskGb).toBe(320)
    expect(attributes.map(({ name }) => name)).not.toContain('volumes')
  })

  test('have records of bill and inventory, a merged volume’s own too, and the zombie the bill’s alone', () => {
    const sources = (name: string) => getResourceRaw(scope(), { id: idOf(name) }).records.map((r) => r.source)
    expect(sources('api-backend-prod-01')).toEqual(expect.arrayContaining(['bill', 'inventory']))
    expect(sources('api-backend-prod-01')).toHaveLength(4)
    expect(sources('dev-vps-02')).toEqual(['bill'])
    for (const { id } of list({ isPresent: true }).items)
      for (const { text } of getResourceRaw(scope(), { id }).records)
        expect(() => JSON.parse(text)).not.toThrow()
  })

  test('have use in all three tiers', () => {
    const tiers = new Set(
      list({ isPresent: true }).items.flatMap(({ id }) =>
        getResourceUsage(scope(), { id, from: days().spendFrom, to: days().spendTo }).metrics.map(
          (m) => m.tier,
        ),
      ),
    )
    expect([...tiers].sort()).toEqual(['high', 'low', 'medium'])
  })

  test('bear what the accountant says of them: notes, an owner, tags', () => {
    expect(details('pg-backup-volume').notes).toMatchObject([{ byName: 'Анна Соколова' }])
    expect(details('archive-cold-storage')).toMatchObject({
      resource: { owner: 'Бухгалтерия', project: 'Архив документов' },
      overrides: [{ field: 'owner', given: null }, { field: 'project' }],
    })
    expect(details('ci-runner-spot').resource.tags).toEqual([
      { key: 'env', value: 'test' },
      { key: 'team', value: 'qa' },
    ])
    const filters = listFilters(scope()).items
    expect(filters.map(({ filter }) => list(filter).total)).toEqual([8, 1])
  })
})

describe('the connections', () => {
  test('tell their plan, limits, balance and the days that are left; one has less than a month', () => {
    const left = Object.fromEntries(connections().map((c) => [c.name, c.daysLeft]))
    expect(left).toEqual({
      'Selectel BU-A (prod)': 89,
      'Selectel BU-B (dev/stage)': 35,
      'Beget Prod': 49,
      'Beget Dev': 12,
    })
    const prod = connections().find((c) => c.name === 'Beget Prod')
    expect(prod?.account?.limits.map(({ code }) => code)).toEqual([
      'domains',
      'sites',
      'mysql',
      'ftp',
      'mail',
      'quota',
    ])
    expect(prod?.account?.monthly).toEqual(prod?.monthlyCost)
    expect(prod?.account?.daily).toEqual(prod?.dailyCost)
  })

  test('are looked at by a schedule of their own, next time in the future', () => {
    for (const { schedule, nextSyncAtMs, lastOutcome, lastSyncAtMs } of connections()) {
      expect(schedule.kind).not.toBe('manual')
      expect(nextSyncAtMs).toBeGreaterThan(lastSyncAtMs ?? 0)
      expect(lastOutcome).toBe('done')
    }
  })

  test('have looks to compare: a month ago against now something is dearer, resized and otherwise changed', () => {
    for (const { id } of connections()) {
      const { items } = listSnapshots(scope(), { connectionId: id, offset: 0, limit: 500 })
      expect(items.length).toBeGreaterThan(20)
      const last = listChanges(scope(), contract['changes.list'].input.parse({ connectionId: id }))
      expect(last.before?.dailyCost).not.toBeNull()
      const whole = listChanges(
        scope(),
        contract['changes.list'].input.parse({
          connectionId: id,
          beforeId: items.at(-1)?.id,
          afterId: items[0]?.id,
        }),
      )
      expect(whole.total).toBeGreaterThan(0)
    }
    const buA = connections().find((c) => c.name === 'Selectel BU-A (prod)')?.id ?? ''
    const looks = listSnapshots(scope(), { connectionId: buA, offset: 0, limit: 500 }).items
    const monthAgo = ports.clock.nowMs() - 30 * 24 * 3_600_000
    const { counts, change, before, after } = listChanges(
      scope(),
      contract['changes.list'].input.parse({
        connectionId: buA,
        beforeId: looks.find(({ startedAtMs }) => startedAtMs < monthAgo)?.id,
        afterId: looks[0]?.id,
      }),
    )
    expect(counts).toMatchObject({ dearer: 1, resized: 1 })
    const [from, to] = [before, after].map((side) => parseDecimal(side?.dailyCost?.amount ?? '') ?? 0n)
    expect(parseDecimal(change[0]?.amount ?? '')).toBe((to ?? 0n) - (from ?? 0n))
  })
})

describe('what nobody knows', () => {
  test('was met by every look since the day that it appeared, and has the bill’s record', () => {
    const { items, open } = unknown()
    expect(open).toBe(1)
    expect(items).toMatchObject([
      {
        name: 'vpn-gateway',
        kind: 'cloud_vpn_gateway',
        provider: 'selectel',
        resourceId: idOf('vpn-gateway'),
      },
    ])
    expect(items[0]?.sightings).toBeGreaterThan(20)
    expect(items[0]?.dailyCost).toEqual({ amount: '105', currency: 'RUB' })
    expect(items[0]?.raw).toContain('cloud_vpn_gateway')
  })
})

describe('what a person has said', () => {
  const session = () => ({ ...ids, role: 'owner' }) as Session
  const inventory = () => createInventory({ store, ports })

  test('holds when the figures are made anew on the next day, and what they taught does', async () => {
    const id = idOf('lb-prod-01')
    inventory().update(session(), { id, overrides: { owner: 'Сетевики', type: 'cdn' } })
    await inventory().updateMany(session(), { ids: [id], tags: { проверено: 'да' }, note: 'Моё' })
    const note = details('pg-backup-volume').notes[0]?.id ?? 0
    inventory().removeNote(session(), { id: idOf('pg-backup-volume'), noteId: note })
    inventory().addFilter(session(), { name: 'Мой', filter: { owner: 'Сетевики' } })
    await inventory().updateUnrecognised(session(), {
      id: unknown().items[0]?.id ?? 0,
      type: 'network',
      note: 'Это VPN',
    })

    ports.clock.advance(24 * 3_600_000)
    demo.ensure()
    expect(idOf('lb-prod-01')).not.toBe(id)
    expect(details('lb-prod-01')).toMatchObject({
      resource: { owner: 'Сетевики', type: 'cdn' },
      manualTags: [{ key: 'проверено', value: 'да', byName: 'Анна Соколова' }],
      notes: [{ text: 'Моё' }],
    })
    expect(details('pg-backup-volume').notes).toEqual([])
    expect(listFilters(scope()).items.map(({ name }) => name)).toContain('Мой')
    expect(list({ mark: 'unrecognised' }).total).toBe(0)
    expect(details('vpn-gateway').resource.type).toBe('network')
    expect(unknown('all').items).toMatchObject([
      { type: 'network', note: 'Это VPN', resolvedByName: 'Анна Соколова' },
    ])
    expect(list({ isPresent: true }).totals.monthlyCost).toEqual([{ amount: '417000', currency: 'RUB' }])
  })

  test('is gone after a reset, and what the accountant had said is back', () => {
    demo.reset(ids.workspaceId)
    expect(details('lb-prod-01')).toMatchObject({ overrides: [], manualTags: [], notes: [] })
    expect(details('pg-backup-volume').notes).toHaveLength(1)
    expect(listFilters(scope()).items).toHaveLength(2)
    expect(listTypeRules(scope()).items).toEqual([])
    expect(unknown()).toMatchObject({ open: 1 })
  })
})
