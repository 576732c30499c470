import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '#main/core/model/session.ts'
import { exportView, readView } from '#main/queries/portable-view.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { getBoard, listCostFilters, listViews } from '#main/queries/views.query.ts'
import { createViews, type ViewsService } from '#main/services/views/views.service.ts'
import { hierarchies, virtualTags } from '#main/store/schema/allocation.ts'
import { costViews } from '#main/store/schema/views.ts'
import { type CostCondition, type ViewSpecInput, viewSpec } from '#shared/contract/costs.ts'
import { contract } from '#shared/contract/index.ts'
import { type BoardTile, builtInId } from '#shared/contract/views.ts'
import { openSeeded, scopeOf } from '#tests/integration/queries/seed.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let made: Awaited<ReturnType<typeof openSeeded>>
let views: ViewsService
let theirs: Scope

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A', 'B'])
  views = createViews(made)
  theirs = scopeOf(made.store, made.ports, 'B-workspace')
})
afterEach(() => made.store.close())

const sessionOf = (prefix: 'A' | 'B', userId = `${prefix}-user`): Session => ({
  id: 's',
  userId,
  workspaceId: `${prefix}-workspace`,
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
})
const [anna, stranger] = [sessionOf('A'), sessionOf('B')]
const spec = (input: ViewSpecInput = {}) => viewSpec.parse(input)
const ownViews = (scope = made.scope) =>
  contract['views.list'].output.parse(listViews(scope)).items.filter((view) => !view.isBuiltIn)

describe('saved views', () => {
  it('stand by name behind those that are built in, with who made them', () => {
    views.add(anna, { name: 'Б', spec: spec() })
    views.add(anna, { name: 'а', spec: spec({ groupBy: ['tag:team'] }) })
    expect(ownViews().map(({ name, byName }) => [name, byName])).toEqual([
      ['а', 'A Анна'],
      ['Б', 'A Анна'],
    ])
    expect(listViews(made.scope).items[0]).toMatchObject({ id: 'builtin:periodSpend', isBuiltIn: true })
    expect(ownViews(theirs)).toEqual([])
  })

  it('refuse a name that is taken in the same organisation, and only there', () => {
    const { id } = views.add(anna, { name: 'Отдел', spec: spec() })
    views.add(stranger, { name: 'Отдел', spec: spec() })
    const other = views.add(anna, { name: 'Другой', spec: spec() })
    expect(() => views.add(anna, { name: 'Отдел', spec: spec() })).toThrow('view.nameTaken')
    expect(() => views.update(anna, { id: other.id, name: 'Отдел' })).toThrow('view.nameTaken')
    views.update(anna, { id, name: 'Отдел', spec: spec({ top: 3 }) })
    expect(ownViews().find((view) => view.id === id)).toMatchObject({ name: 'Отдел', spec: { top: 3 } })
  })

  it('of another organisation, or built in, are neither changed nor removed', () => {
    const { id } = views.add(anna, { name: 'Отдел', spec: spec() })
    for (const ask of [
      () => views.update(stranger, { id, name: 'Чужой' }),
      () => views.remove(stranger, id),
      () => views.update(anna, { id: builtInId('movers'), name: 'Мой' }),
      () => views.remove(anna, builtInId('movers')),
    ])
      expect(ask).toThrow('view.notFound')
    expect(ownViews().map(({ name }) => name)).toEqual(['Отдел'])
  })

  it('which this version cannot read are left where they are, and their names stay taken', () => {
    const newer = { ...spec(), look: 'hologram' } as never
    views.add(anna, { name: 'Из будущего', spec: newer })
    expect(ownViews()).toEqual([])
    expect(made.store.read.select().from(costViews).all()).toHaveLength(1)
    expect(() => views.add(anna, { name: 'Из будущего', spec: spec() })).toThrow('view.nameTaken')
  })

  it('offer costs by department once somebody gives costs to departments', () => {
    const names = () => listViews(made.scope).items.map(({ name }) => name)
    expect(names()).not.toContain('departments')
    addTag('A', 'dep', 'Отделы', 'department')
    expect(listViews(made.scope).items.find(({ name }) => name === 'departments')?.spec.groupBy).toEqual([
      'virtual:dep',
    ])
  })
})

describe('saved filters', () => {
  it('tell how many views they hold in, and stay while there is one', () => {
    const { id } = views.addFilter(anna, { name: 'Прод', where: [[isProd]] })
    const view = views.add(anna, { name: 'Отдел', spec: spec({ filterId: id }) })
    expect(listCostFilters(made.scope).items).toMatchObject([{ id, name: 'Прод', usedBy: 1 }])
    expect(() => views.removeFilter(anna, id)).toThrow(
      expect.objectContaining({ code: 'costFilter.inUse', details: { name: 'Прод', count: 1 } }),
    )
    views.remove(anna, view.id)
    views.removeFilter(anna, id)
    expect(listCostFilters(made.scope).items).toEqual([])
  })

  it('belong to their organisation and to their name', () => {
    const { id } = views.addFilter(anna, { name: 'Прод', where: [] })
    expect(() => views.addFilter(anna, { name: 'Прод', where: [] })).toThrow('costFilter.nameTaken')
    expect(() => views.updateFilter(stranger, { id, name: 'x' })).toThrow('costFilter.notFound')
    expect(() => views.removeFilter(stranger, id)).toThrow('costFilter.notFound')
    expect(listCostFilters(theirs).items).toEqual([])
  })
})

describe('a dashboard', () => {
  it('is the one that everybody begins with until the person changes it', () => {
    const first = contract['boards.get'].output.parse(getBoard(made.scope, 'A-user'))
    expect(first).toMatchObject({ isDefault: true, problems: [] })
    const tiles = first.tiles.slice(0, 2).reverse()
    views.updateBoard(anna, { tiles })
    expect(getBoard(made.scope, 'A-user')).toEqual({ tiles, isDefault: false, problems: [] })
    expect(getBoard(made.scope, 'A-other').isDefault).toBe(true)
    expect(getBoard(theirs, 'A-user').isDefault).toBe(true)
    views.resetBoard(anna)
    expect(getBoard(made.scope, 'A-user')).toEqual(first)
  })

  it('says which tile has lost its view, and keeps it until somebody takes it away', () => {
    const { id } = views.add(anna, { name: 'Отдел', spec: spec() })
    const tile: BoardTile = { id: 't', viewId: id, kind: 'view', width: 6, look: 'chart', period: 'page' }
    views.updateBoard(anna, { tiles: [tile] })
    views.remove(anna, id)
    expect(getBoard(made.scope, 'A-user')).toMatchObject({
      tiles: [tile],
      problems: [{ code: 'view.gone', tileId: 't' }],
    })
    // A view of another organisation is no view here.
    const foreign = views.add(stranger, { name: 'Чужой', spec: spec() })
    views.updateBoard(anna, { tiles: [{ ...tile, viewId: foreign.id }] })
    expect(getBoard(made.scope, 'A-user').problems).toHaveLength(1)
  })

  it('takes no two tiles of one number and no tile that cannot look so', () => {
    const { input } = contract['boards.update']
    const tile = { id: 't', viewId: null, kind: 'savings', width: 3, look: 'number' }
    expect(input.safeParse({ tiles: [tile] }).success).toBe(true)
    expect(input.safeParse({ tiles: [tile, tile] }).success).toBe(false)
    expect(input.safeParse({ tiles: [{ ...tile, look: 'chart' }] }).success).toBe(false)
    expect(input.safeParse({ tiles: [{ ...tile, kind: 'view' }] }).success).toBe(false)
  })
})

const isProd: CostCondition = { dimension: 'environment', op: 'is', values: ['prod'] }

function addTag(prefix: 'A' | 'B', id: string, name: string, kind: 'department' | 'other'): void {
  made.store.transaction((db) =>
    db
      .insert(virtualTags)
      .values({ id, workspaceId: `${prefix}-workspace`, name, kind, rules: [], updatedAtMs: 1 })
      .run(),
  )
}

function addHolding(prefix: 'A' | 'B', id: string, nodeId: string): void {
  made.store.transaction((db) =>
    db
      .insert(hierarchies)
      .values({
        id,
        workspaceId: `${prefix}-workspace`,
        name: 'Холдинг',
        dimension: 'project',
        levels: ['Компания'],
        nodes: [{ id: nodeId, parentId: null, name: 'Ромашка', values: ['x'] }],
        updatedAtMs: 1,
      })
      .run(),
  )
}

describe('a view as a file', () => {
  const account = (id: string): CostCondition => ({ dimension: 'connection', op: 'is', values: [id] })

  it('finds accounts, tags, hierarchies and filters of another organisation by their names', () => {
    for (const prefix of ['A', 'B'] as const) {
      addTag(prefix, `${prefix}-tag`, 'Отделы', 'other')
      addHolding(prefix, `${prefix}-holding`, `${prefix}-node`)
    }
    const of = (prefix: 'A' | 'B', filterId: string) =>
      spec({
        groupBy: [`virtual:${prefix}-tag`, `level:${prefix}-holding:0`],
        where: [
          [account(`${prefix}-selectel`)],
          [
            { dimension: `level:${prefix}-holding:0`, op: 'is', values: [`${prefix}-node`] },
            { dimension: 'resource', op: 'isNot', values: [`${prefix}-beget/ref-1`] },
          ],
        ],
        filterId,
      })
    const own = views.addFilter(anna, { name: 'Прод', where: [[isProd]] })
    const other = views.addFilter(stranger, { name: 'Прод', where: [[isProd]] })
    const file = exportView(made.scope, { name: 'Отделы: март', spec: of('A', own.id) })
    expect(file.fileName).toBe('Отделы_ март.infrazen-view.json')
    expect(readView(theirs, file)).toEqual({ name: 'Отделы: март', spec: of('B', other.id), missing: [] })
    expect(readView(made.scope, file)).toEqual({ name: 'Отделы: март', spec: of('A', own.id), missing: [] })
  })

  it('puts the conditions of a filter that is not here into the view, and names what else is missing', () => {
    addTag('A', 'A-tag', 'Отделы', 'other')
    const { id: filterId } = views.addFilter(anna, { name: 'Прод', where: [[isProd]] })
    const where = [[account('A-selectel')], [account('A-beget')]]
    const file = exportView(made.scope, {
      name: 'Отделы',
      spec: spec({ groupBy: ['virtual:A-tag'], where, filterId }),
    })
    expect(readView(theirs, file)).toEqual({
      name: 'Отделы',
      spec: spec({
        groupBy: ['virtual:A-tag'],
        where: [
          [account('B-selectel'), isProd],
          [account('B-beget'), isProd],
        ],
      }),
      missing: ['Отделы'],
    })
  })

  it('is refused when it is another file, a damaged one, or one of a newer version', () => {
    const { text } = exportView(made.scope, { name: 'Отделы', spec: spec() })
    const read = (text: string) => () => readView(made.scope, { text })
    for (const wrong of [
      '',
      'null',
      '[]',
      '{}',
      text.slice(0, 90),
      text.replace('infrazen-view', 'x'),
      text.replace('"bars"', '"hologram"'),
    ])
      expect(read(wrong), wrong).toThrow('view.badFile')
    expect(read(text.replace('"version": 1', '"version": 2'))).toThrow('view.newerFile')
    expect(read(`\uFEFF${text}`)()).toMatchObject({ name: 'Отделы', missing: [] })
  })
})
