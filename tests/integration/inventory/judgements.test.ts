import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '#main/core/model/session.ts'
import { listFilters } from '#main/queries/filters.query.ts'
import { getResource } from '#main/queries/resource-details.query.ts'
import { listResources } from '#main/queries/resources.query.ts'
import { createInventory, type InventoryService } from '#main/services/inventory/inventory.service.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { contract } from '#shared/contract/index.ts'
import type { ResourceFilterInput } from '#shared/contract/resources.ts'
import { NOVEMBER, openSeeded, resource } from '#tests/integration/queries/seed.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let made: Awaited<ReturnType<typeof openSeeded>>
let inventory: InventoryService

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A', 'B'])
  inventory = createInventory(made)
})
afterEach(() => made.store.close())

const sessionOf = (prefix: 'A' | 'B'): Session => ({
  id: 's',
  userId: `${prefix}-user`,
  workspaceId: `${prefix}-workspace`,
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
})
const [anna, stranger] = [sessionOf('A'), sessionOf('B')]
const days = { spendFrom: NOVEMBER.from, spendTo: NOVEMBER.to }

const details = (id: number) =>
  contract['resources.get'].output.parse(getResource(made.scope, { id, ...days }))
const names = (filter: ResourceFilterInput): string[] =>
  listResources(made.scope, contract['resources.list'].input.parse({ filter, ...days })).items.map(
    (r) => r.name,
  )

/** Another look at the account, which finds web-01 with everything that it had and a new owner. */
const syncAgain = () =>
  made.store.transaction((db) =>
    recordSnapshot(db, {
      workspaceId: 'A-workspace',
      connectionId: 'A-selectel',
      startedAtMs: 30,
      finishedAtMs: 31,
      found: [resource('web-01', { owner: 'provider', tags: [{ key: 'Отдел', value: 'Склад' }] })],
    }),
  )

describe('a field stated against the provider', () => {
  it('shows in lists, filters and details, with who said it and what the provider says', () => {
    const { web } = made.seeded.ids
    inventory.update(anna, { id: web, overrides: { type: 'database', owner: 'Отдел продаж' } })
    expect(names({ owner: 'Отдел продаж', type: 'database' })).toEqual(['web-01'])
    expect(names({ type: 'server' })).not.toContain('web-01')
    expect(names({ search: 'ПРОДАЖ' })).toEqual(['web-01'])
    const { resource: row, overrides } = details(web)
    expect(row).toMatchObject({ type: 'database', owner: 'Отдел продаж' })
    const said = { byName: 'A Анна', atMs: made.ports.clock.nowMs() }
    expect(overrides).toEqual([
      { field: 'owner', value: 'Отдел продаж', given: null, ...said },
      { field: 'type', value: 'database', given: 'server', ...said },
    ])
  })

  it('outlives the next look at the account, and is the provider’s again when it is taken back', () => {
    const { web } = made.seeded.ids
    inventory.update(anna, { id: web, overrides: { owner: 'me', environment: 'test' } })
    syncAgain()
    expect(details(web)).toMatchObject({
      resource: { owner: 'me' },
      environment: 'test',
      overrides: [{ field: 'environment' }, { field: 'owner', value: 'me', given: 'provider' }],
    })
    inventory.update(anna, { id: web, overrides: { owner: null } })
    expect(details(web)).toMatchObject({ resource: { owner: 'provider' }, environment: 'test' })
    expect(names({ owner: 'provider' })).toEqual(['web-01'])
  })

  it('is refused for a resource of another organisation', () => {
    const { web } = made.seeded.ids
    expect(() => inventory.update(stranger, { id: web, overrides: { owner: 'theirs' } })).toThrow(
      'resource.notFound',
    )
    expect(details(web).overrides).toEqual([])
  })
})

describe('many at once', () => {
  it('take tags by hand, which stand before the provider’s of the same key until they are taken away', async () => {
    const { web, disk } = made.seeded.ids
    const said = await inventory.updateMany(anna, {
      ids: [web, disk, web],
      tags: { Отдел: 'ИТ', проект: 'Сайт' },
    })
    expect(said).toEqual({ updated: 2 })
    expect(details(web).resource.tags).toEqual([
      { key: 'Отдел', value: 'ИТ' },
      { key: 'проект', value: 'Сайт' },
    ])
    expect(details(web).manualTags).toEqual([
      { key: 'Отдел', value: 'ИТ', byName: 'A Анна', atMs: made.ports.clock.nowMs() },
      { key: 'проект', value: 'Сайт', byName: 'A Анна', atMs: made.ports.clock.nowMs() },
    ])
    expect(names({ tag: 'Отдел: ИТ' }).sort()).toEqual(['web-01', 'Диск ёмкий'])
    expect(names({ tag: 'Отдел: Логистика' })).toEqual([])
    expect(names({ tag: 'проект' })).toHaveLength(2)

    syncAgain()
    expect(names({ tag: 'Отдел: ИТ' })).toContain('web-01')
    await inventory.updateMany(anna, { ids: [web, disk], tags: { Отдел: null } })
    expect(details(web).resource.tags).toEqual([
      { key: 'Отдел', value: 'Склад' },
      { key: 'проект', value: 'Сайт' },
    ])
    expect(names({ tag: 'Отдел: Склад' })).toEqual(['web-01'])
  })

  it('take an owner and a note; what is not of the organisation is passed over', async () => {
    const { web, disk } = made.seeded.ids
    const theirs = await ownId('B-workspace')
    const said = { overrides: { owner: 'team', project: null }, note: 'Проверить в декабре' }
    expect(await inventory.updateMany(anna, { ids: [web, disk, theirs, 999_999], ...said })).toEqual({
      updated: 2,
    })
    expect(names({ owner: 'team' }).sort()).toEqual(['web-01', 'Диск ёмкий'])
    expect(details(disk).notes).toMatchObject([{ text: 'Проверить в декабре', byName: 'A Анна' }])
    expect(details(disk).resource.notes).toBe(1)
    const other = { ...made.scope, workspaceId: 'B-workspace' }
    expect(getResource(other, { id: theirs, ...days })).toMatchObject({ overrides: [], notes: [] })
  })

  it('said again change nothing more', async () => {
    const ids = Object.values(made.seeded.ids)
    const input = { ids, tags: { env: 'prod' }, overrides: { owner: 'team' } }
    expect(await inventory.updateMany(anna, input)).toEqual({ updated: 5 })
    expect(await inventory.updateMany(anna, input)).toEqual({ updated: 5 })
    expect(details(made.seeded.ids.web).manualTags).toHaveLength(1)
    expect(names({ owner: 'team' })).toHaveLength(5)
  })
})

async function ownId(workspaceId: string): Promise<number> {
  const scope = { ...made.scope, workspaceId }
  return listResources(scope, contract['resources.list'].input.parse(days)).items[0]?.id ?? 0
}

describe('notes', () => {
  it('stand with the latest first and can be removed, each from its own resource only', async () => {
    const { web, disk } = made.seeded.ids
    await inventory.updateMany(anna, { ids: [web], note: 'первая' })
    made.ports.clock.advance(1000)
    await inventory.updateMany(anna, { ids: [web], note: 'вторая' })
    const [second, first] = details(web).notes
    expect([second?.text, first?.text]).toEqual(['вторая', 'первая'])
    const noteId = second?.id ?? 0
    inventory.removeNote(anna, { id: disk, noteId })
    expect(() => inventory.removeNote(stranger, { id: web, noteId })).toThrow('resource.notFound')
    expect(details(web).notes).toHaveLength(2)
    inventory.removeNote(anna, { id: web, noteId })
    expect(details(web).notes.map((note) => note.text)).toEqual(['первая'])
  })
})

describe('saved filters', () => {
  it('are of the organisation, by name; the same name is replaced under its number', () => {
    const { id } = inventory.addFilter(anna, { name: 'Зомби', filter: { mark: 'zombie' } })
    inventory.addFilter(anna, { name: 'Дорогие', filter: { costFrom: '1000', isPresent: true } })
    expect(inventory.addFilter(anna, { name: 'Зомби', filter: { mark: 'orphan' } })).toEqual({ id })
    expect(listFilters(made.scope).items).toEqual([
      {
        id: expect.any(String),
        name: 'Дорогие',
        filter: { costFrom: '1000', isPresent: true },
        byName: 'A Анна',
      },
      { id, name: 'Зомби', filter: { mark: 'orphan' }, byName: 'A Анна' },
    ])
    expect(listFilters({ ...made.scope, workspaceId: 'B-workspace' }).items).toEqual([])
    expect(() => inventory.removeFilter(stranger, id)).toThrow('filter.notFound')
    inventory.removeFilter(anna, id)
    expect(() => inventory.removeFilter(anna, id)).toThrow('filter.notFound')
    expect(listFilters(made.scope).items).toHaveLength(1)
  })
})
