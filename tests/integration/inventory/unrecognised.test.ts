import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ResourceState } from '#main/core/model/resource.ts'
import type { Session } from '#main/core/model/session.ts'
import { money } from '#main/core/money/money.ts'
import { listResourceVersions } from '#main/queries/resource-versions.query.ts'
import { listResources } from '#main/queries/resources.query.ts'
import { listTypeRules, listUnrecognised } from '#main/queries/unrecognised.query.ts'
import { createInventory, type InventoryService } from '#main/services/inventory/inventory.service.ts'
import { insertConnection } from '#main/store/repos/connections.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { addSighting, readTypeRules } from '#main/store/repos/sightings.repo.ts'
import { resources } from '#main/store/schema/inventory.ts'
import { contract } from '#shared/contract/index.ts'
import { NOVEMBER, openSeeded, resource } from '#tests/integration/queries/seed.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const KIND = 'quantum_box'
let made: Awaited<ReturnType<typeof openSeeded>>
let inventory: InventoryService

const anna: Session = {
  id: 's',
  userId: 'A-user',
  workspaceId: 'A-workspace',
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
}

const box = (ref: string, over: Partial<ResourceState> = {}): ResourceState =>
  resource(ref, {
    type: 'other',
    service: 'Коробки',
    price: { amount: money('12.5', 'RUB'), period: 'day' },
    attributes: { kind: KIND },
    marks: ['unrecognised'],
    ...over,
  })

/** As a sync leaves it: the resource, and the sighting of what nobody knows. */
function meet(prefix: 'A' | 'B', connection: string, atMs: number, found: readonly ResourceState[]): void {
  const connectionId = `${prefix}-${connection}`
  made.store.transaction((db) => {
    const look = {
      workspaceId: `${prefix}-workspace`,
      connectionId,
      startedAtMs: atMs,
      finishedAtMs: atMs + 1,
    }
    const { snapshotId } = recordSnapshot(db, { ...look, found })
    for (const state of found.filter((one) => one.marks?.includes('unrecognised')))
      addSighting(
        db,
        { connectionId, snapshotId, atMs },
        {
          ref: state.externalId,
          name: state.name,
          kind: String(state.attributes.kind),
          service: state.service,
          metrics: ['box_hours'],
          price: state.price ?? { amount: money('0', 'RUB'), period: 'day' },
        },
        '{"kind":"quantum_box","api_token":"canary-not-a-secret","id":7}',
      )
  })
}

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A', 'B'])
  inventory = createInventory(made)
  made.store.transaction((db) =>
    insertConnection(db, {
      id: 'A-second',
      workspaceId: 'A-workspace',
      provider: 'selectel',
      name: 'A Второй',
      accountRef: '3',
      status: 'active',
      config: {},
      addedAtMs: 3,
    }),
  )
  meet('A', 'selectel', 100, [box('box-1'), box('tube-1', { attributes: { kind: 'tube' } })])
  meet('A', 'second', 110, [box('box-2', { marks: ['unrecognised', 'zombie'] })])
  meet('A', 'beget', 120, [box('box-3')])
  meet('B', 'selectel', 130, [box('box-4')])
})
afterEach(() => made.store.close())

const list = (wishes: Record<string, unknown> = {}, scope = made.scope) =>
  contract['unrecognised.list'].output.parse(
    listUnrecognised(scope, contract['unrecognised.list'].input.parse(wishes)),
  )
const refs = (wishes: Record<string, unknown> = {}) => list(wishes).items.map((item) => item.externalId)
const entry = (ref: string) => list({ state: 'all' }).items.find((item) => item.externalId === ref)
const idOf = (ref: string): number => entry(ref)?.id ?? 0
const row = (connectionId: string, externalId: string) =>
  made.store.read
    .select()
    .from(resources)
    .where(and(eq(resources.connectionId, connectionId), eq(resources.externalId, externalId)))
    .get()

describe('what nobody knows', () => {
  it('tells what the bill says of it, how often it was met, and hides what is named like a secret', () => {
    meet('A', 'selectel', 200, [box('box-1', { name: 'Коробка' })])
    expect(entry('box-1')).toEqual({
      id: expect.any(Number),
      connectionId: 'A-selectel',
      connectionName: 'A Сервера',
      provider: 'selectel',
      externalId: 'box-1',
      name: 'Коробка',
      kind: KIND,
      service: 'Коробки',
      metrics: ['box_hours'],
      sightings: 2,
      firstSeenAtMs: 100,
      lastSeenAtMs: 200,
      dailyCost: { amount: '12.5', currency: 'RUB' },
      resourceId: row('A-selectel', 'box-1')?.id,
      type: null,
      note: null,
      resolvedByName: null,
      resolvedAtMs: null,
      raw: '{\n  "kind": "quantum_box",\n  "api_token": "•••",\n  "id": 7\n}',
    })
  })

  it('is found by provider, word and name, a page at a time', () => {
    expect(refs({ provider: 'beget' })).toEqual(['box-3'])
    expect(refs({ search: 'TUBE' })).toEqual(['tube-1'])
    expect(refs({ search: 'второй' })).toEqual(['box-2'])
    expect(list({ limit: 3 })).toMatchObject({ total: 4, open: 4 })
    expect([...refs({ limit: 3 }), ...refs({ limit: 3, offset: 3 })].sort()).toEqual(refs().sort())
    expect(list({}, { ...made.scope, workspaceId: 'B-workspace' }).items.map((i) => i.externalId)).toEqual([
      'box-4',
    ])
  })

  it('takes a note, is resolved by hand and opened again', async () => {
    await inventory.updateUnrecognised(anna, { id: idOf('box-1'), note: 'Спросить у Selectel' })
    await inventory.updateUnrecognised(anna, { id: idOf('box-1'), isResolved: true })
    expect(entry('box-1')).toMatchObject({
      note: 'Спросить у Selectel',
      resolvedByName: 'A Анна',
      resolvedAtMs: made.ports.clock.nowMs(),
      type: null,
    })
    expect(refs()).not.toContain('box-1')
    expect(refs({ state: 'resolved' })).toEqual(['box-1'])
    await inventory.updateUnrecognised(anna, { id: idOf('box-1'), isResolved: false, note: null })
    expect(entry('box-1')).toMatchObject({ note: null, resolvedByName: null, resolvedAtMs: null })
  })

  it('is not there for another organisation', async () => {
    const theirs = list({}, { ...made.scope, workspaceId: 'B-workspace' }).items[0]?.id ?? 0
    await expect(inventory.updateUnrecognised(anna, { id: theirs, type: 'server' })).rejects.toThrow(
      'resource.notFound',
    )
    expect(listTypeRules(made.scope).items).toEqual([])
  })
})

describe('a type that a person gives', () => {
  const teach = () => inventory.updateUnrecognised(anna, { id: idOf('box-1'), type: 'dedicated' })

  it('is a rule for the word, and settles everything of that word at the provider at once', async () => {
    expect(await teach()).toEqual({ affected: 2 })
    expect(contract['unrecognised.listRules'].output.parse(listTypeRules(made.scope)).items).toEqual([
      {
        id: expect.any(Number),
        provider: 'selectel',
        kind: KIND,
        type: 'dedicated',
        byName: 'A Анна',
        atMs: made.ports.clock.nowMs(),
      },
    ])
    expect(readTypeRules(made.store.read, 'A-workspace', 'selectel')).toEqual(new Map([[KIND, 'dedicated']]))
    expect(refs().sort()).toEqual(['box-3', 'tube-1'])
    expect(entry('box-2')).toMatchObject({ type: 'dedicated', resolvedByName: 'A Анна' })
    expect(row('A-selectel', 'box-1')).toMatchObject({ type: 'dedicated', marks: null })
    expect(row('A-second', 'box-2')).toMatchObject({ type: 'dedicated', marks: ['zombie'] })
    for (const [connection, ref] of [
      ['A-selectel', 'tube-1'],
      ['A-beget', 'box-3'],
      ['B-selectel', 'box-4'],
    ] as const)
      expect(row(connection, ref), ref).toMatchObject({ type: 'other', marks: ['unrecognised'] })
  })

  it('shows in the list at once, under its type and without the mark', async () => {
    await teach()
    const { facets } = listResources(
      made.scope,
      contract['resources.list'].input.parse({ spendFrom: NOVEMBER.from, spendTo: NOVEMBER.to }),
    )
    expect(facets.type).toContainEqual({ value: 'dedicated', label: 'dedicated', count: 2 })
    expect(facets.mark).toEqual([
      { value: 'unrecognised', label: 'unrecognised', count: 2 },
      { value: 'zombie', label: 'zombie', count: 1 },
    ])
  })

  it('corrects our reading and not the cloud: the next look finds nothing changed, and no history says so', async () => {
    await teach()
    const known = box('box-1', { type: 'dedicated', marks: [] })
    const again = made.store.transaction((db) =>
      recordSnapshot(db, {
        workspaceId: 'A-workspace',
        connectionId: 'A-selectel',
        startedAtMs: 300,
        finishedAtMs: 301,
        found: [known],
      }),
    )
    expect(again).toMatchObject({ unchanged: 1, updated: 0, created: 0 })
    const id = row('A-selectel', 'box-1')?.id ?? 0
    const { items } = listResourceVersions(made.scope, { id, offset: 0, limit: 10 })
    expect(items.map(({ change, fields }) => [change, fields])).toEqual([['created', []]])
  })

  it('given anew takes the place of the one before', async () => {
    await teach()
    await inventory.updateUnrecognised(anna, { id: idOf('box-2'), type: 'server' })
    expect(listTypeRules(made.scope).items.map((rule) => rule.type)).toEqual(['server'])
    expect(row('A-selectel', 'box-1')).toMatchObject({ type: 'server' })
    expect(entry('box-1')?.type).toBe('server')
  })

  it('is nobody’s knowledge again once its rule is removed', async () => {
    await teach()
    const rule = listTypeRules(made.scope).items[0]?.id ?? 0
    await inventory.removeRule({ ...anna, workspaceId: 'B-workspace' }, rule)
    expect(listTypeRules(made.scope).items).toHaveLength(1)
    await inventory.removeRule(anna, rule)
    await inventory.removeRule(anna, rule)
    expect(listTypeRules(made.scope).items).toEqual([])
    expect(refs()).toHaveLength(4)
    expect(row('A-selectel', 'box-1')).toMatchObject({ type: 'other', marks: ['unrecognised'] })
    expect(row('A-second', 'box-2')).toMatchObject({ type: 'other', marks: ['unrecognised', 'zombie'] })
  })

  it('stays when the same look is had again by somebody who knows it', async () => {
    await teach()
    meet('A', 'second', 400, [box('box-2', { type: 'dedicated', marks: ['zombie'] })])
    expect(row('A-second', 'box-2')).toMatchObject({ type: 'dedicated', marks: ['zombie'] })
    expect(refs()).not.toContain('box-2')
  })
})
