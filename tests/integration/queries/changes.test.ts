import { desc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ResourceState } from '#main/core/model/resource.ts'
import { money } from '#main/core/money/money.ts'
import { listChanges } from '#main/queries/changes.query.ts'
import { listResourceVersions } from '#main/queries/resource-versions.query.ts'
import { listSnapshots } from '#main/queries/snapshots.query.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { startSnapshot, updateSnapshot } from '#main/store/repos/snapshots.repo.ts'
import { resources, snapshots } from '#main/store/schema/inventory.ts'
import { contract } from '#shared/contract/index.ts'
import { addConnection } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { openSeeded, resource } from './seed.ts'

let made: Awaited<ReturnType<typeof openSeeded>>

const daily = (amount: string, currency: 'RUB' | 'USD' = 'RUB') =>
  ({ amount: money(amount, currency), period: 'day' }) as const
const named = (externalId: string, over: Partial<ResourceState> = {}): ResourceState =>
  resource(externalId, { price: daily('10'), ...over })

function look(atMs: number, found: ResourceState[]): number {
  return made.store.transaction((db) =>
    recordSnapshot(db, {
      workspaceId: 'A-workspace',
      connectionId: 'c',
      startedAtMs: atMs,
      finishedAtMs: atMs + 1,
      found,
    }),
  ).snapshotId
}

/** Three looks: what there was, what changed, and a last one that undoes some of it. */
let looks: number[]
beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
  made.store.transaction((db) => addConnection(db, 'A-workspace', 'c'))
  const still = named('still')
  looks = [
    look(1000, [
      still,
      named('big'),
      named('web', { tags: [{ key: 'env', value: 'dev' }] }),
      named('old'),
      named('dollar'),
    ]),
    look(2000, [
      still,
      named('big', { price: daily('14.5'), attributes: { vcpu: 8 } }),
      named('web', { status: 'stopped', tags: [{ key: 'env', value: 'prod' }] }),
      named('new', { price: daily('2'), region: 'ru-7' }),
      named('dollar', { price: daily('1', 'USD') }),
    ]),
    look(3000, [
      still,
      named('big', { price: daily('9'), attributes: { vcpu: 8 } }),
      named('web', { tags: [{ key: 'env', value: 'prod' }] }),
      named('old'),
      named('new', { price: daily('2'), region: 'ru-7' }),
      named('dollar', { price: daily('1', 'USD') }),
    ]),
  ]
})
afterEach(() => made.store.close())

const list = (wishes: Record<string, unknown> = {}) =>
  contract['changes.list'].output.parse(
    listChanges(made.scope, contract['changes.list'].input.parse({ connectionId: 'c', ...wishes })),
  )
const between = (before: number, after: number, wishes: Record<string, unknown> = {}) =>
  list({ beforeId: looks[before], afterId: looks[after], ...wishes })
const rub = (amount: string) => ({ amount, currency: 'RUB' })

describe('two looks at an account', () => {
  it('tell what was added, is gone, dearer, cheaper, resized and otherwise changed, the greatest first', () => {
    const { items, counts, total } = between(0, 1)
    expect(items.map(({ name, kinds, change }) => [name, kinds, change?.amount ?? null])).toEqual([
      ['old', ['gone'], '-10'],
      ['big', ['dearer', 'resized'], '4.5'],
      ['new', ['added'], '2'],
      ['web', ['other'], '0'],
      ['dollar', ['other'], null],
    ])
    expect(counts).toEqual({ added: 1, gone: 1, dearer: 1, cheaper: 0, resized: 1, other: 2 })
    expect(total).toBe(5)
  })

  it('tell each field before and after', () => {
    expect(between(0, 1).items.find(({ name }) => name === 'web')).toEqual({
      resourceId: expect.any(Number),
      name: 'web',
      type: 'server',
      region: null,
      kinds: ['other'],
      before: rub('10'),
      after: rub('10'),
      change: rub('0'),
      fields: [
        { field: 'status', kind: 'status', before: 'running', after: 'stopped' },
        { field: 'tags.env', kind: 'tags', before: 'dev', after: 'prod' },
      ],
    })
  })

  it('add up to the difference of what the account cost, where all is in one currency', () => {
    const { before, after, change } = between(1, 2)
    expect(change).toEqual([rub('4.5')])
    // 14.5 → 9, and the old one came back for 10
    expect([before?.atMs, after?.atMs]).toEqual([2000, 3000])
    const { before: first, change: whole } = between(0, 2)
    expect(first).toEqual({ id: looks[0], atMs: 1000, dailyCost: rub('50') })
    expect(whole).toEqual([rub('1')])
  })

  it('may be far apart: what came and went in between does not show', () => {
    const { items } = between(0, 2)
    expect(items.map(({ name, kinds, change }) => [name, kinds, change?.amount ?? null])).toEqual([
      ['new', ['added'], '2'],
      ['big', ['cheaper', 'resized'], '-1'],
      ['web', ['other'], '0'],
      ['dollar', ['other'], null],
    ])
  })

  it('are compared in order of time, whichever was named first, and the last two when none was', () => {
    expect(between(2, 0)).toEqual(between(0, 2))
    expect(list()).toEqual(between(1, 2))
    expect(list({ afterId: looks[1] })).toEqual(between(0, 1))
    expect(list({ beforeId: looks[0] })).toEqual(between(0, 2))
    expect(between(1, 1)).toMatchObject({ items: [], total: 0, change: [] })
  })

  it('are cut down by kind and by words, and paged', () => {
    expect(between(0, 1, { kind: 'resized' }).items.map(({ name }) => name)).toEqual(['big'])
    const added = between(0, 1, { kind: 'added' })
    expect(added).toMatchObject({ total: 1, change: [rub('2')], counts: { gone: 1, other: 2 } })
    expect(between(0, 1, { search: 'RU-7' }).items.map(({ name }) => name)).toEqual(['new'])
    expect(between(0, 1, { search: 'prod' })).toMatchObject({ total: 1, counts: { added: 0, other: 1 } })
    const paged = [0, 2, 4].flatMap((offset) => between(0, 1, { offset, limit: 2 }).items)
    expect(paged).toEqual(between(0, 1).items)
  })

  it('say nothing of what came and went before anybody looked', () => {
    look(3500, [
      named('still'),
      named('big', { price: daily('9'), attributes: { vcpu: 8 } }),
      named('past', { status: 'gone', price: null }),
    ])
    const { items } = list()
    expect(items.map(({ name }) => name)).not.toContain('past')
    expect(items.map(({ name }) => name)).toContain('web')
  })

  it('pass over looks that failed or still run', () => {
    made.store.transaction((db) => {
      const own = { workspaceId: 'A-workspace', connectionId: 'c', trigger: 'manual' } as const
      const failed = startSnapshot(db, { ...own, startedAtMs: 4000 })
      updateSnapshot(db, failed, { status: 'failed' })
      startSnapshot(db, { ...own, startedAtMs: 5000 })
    })
    expect(list()).toEqual(between(1, 2))
  })

  it('are not there yet after the first one', () => {
    made.store.transaction((db) => addConnection(db, 'A-workspace', 'fresh'))
    expect(list({ connectionId: 'fresh' })).toMatchObject({ before: null, after: null, items: [], total: 0 })
    made.store.transaction((db) =>
      recordSnapshot(db, {
        workspaceId: 'A-workspace',
        connectionId: 'fresh',
        startedAtMs: 1,
        finishedAtMs: 2,
        found: [named('a')],
      }),
    )
    expect(list({ connectionId: 'fresh' })).toMatchObject({ before: null, after: { atMs: 1 }, items: [] })
  })
})

describe('the past of one resource', () => {
  const past = (externalId: string, page: { offset?: number; limit?: number } = {}) => {
    const id =
      made.store.read
        .select({ id: resources.id })
        .from(resources)
        .where(eq(resources.externalId, externalId))
        .get()?.id ?? 0
    const spec = contract['resources.listVersions']
    return spec.output.parse(listResourceVersions(made.scope, spec.input.parse({ id, ...page })))
  }

  it('tells each change with what was before, the latest first', () => {
    expect(past('big')).toEqual({
      total: 3,
      items: [
        {
          snapshotId: looks[2],
          atMs: 3000,
          change: 'updated',
          fields: [{ field: 'price', kind: 'cost', before: '14.5', after: '9' }],
        },
        {
          snapshotId: looks[1],
          atMs: 2000,
          change: 'updated',
          fields: [
            { field: 'price', kind: 'cost', before: '10', after: '14.5' },
            { field: 'attributes.vcpu', kind: 'configuration', before: null, after: '8' },
          ],
        },
        { snapshotId: looks[0], atMs: 1000, change: 'created', fields: [] },
      ],
    })
    expect(past('big', { offset: 1, limit: 1 }).items.map(({ atMs }) => atMs)).toEqual([2000])
  })

  it('tells that it went and came back', () => {
    expect(past('old').items.map(({ change, fields }) => [change, fields])).toEqual([
      ['returned', [{ field: 'status', kind: 'status', before: 'gone', after: 'running' }]],
      ['gone', [{ field: 'status', kind: 'status', before: 'running', after: 'gone' }]],
      ['created', []],
    ])
  })
})

describe('looks', () => {
  it('stand with the latest first, of one connection or of all', () => {
    const spec = contract['sync.listSnapshots']
    const ask = (wishes: Record<string, unknown>) =>
      spec.output.parse(listSnapshots(made.scope, spec.input.parse(wishes)))
    const { items, total } = ask({ connectionId: 'c', limit: 2 })
    expect(total).toBe(3)
    expect(items.map(({ id }) => id)).toEqual([looks[2], looks[1]])
    expect(items[1]).toEqual({
      id: looks[1],
      connectionId: 'c',
      connectionName: 'c',
      provider: 'selectel',
      status: 'done',
      trigger: 'manual',
      startedAtMs: 2000,
      finishedAtMs: 2001,
      found: 5,
      created: 1,
      updated: 3,
      gone: 1,
      unchanged: 1,
      // in two currencies
      monthlyCost: null,
      problem: null,
      failures: [],
    })
    expect(ask({})).toMatchObject({ total: 6 })
    const newest = made.store.read
      .select({ id: snapshots.id })
      .from(snapshots)
      .orderBy(desc(snapshots.startedAtMs))
      .get()
    expect(ask({ limit: 1 }).items[0]?.id).toBe(newest?.id)
  })
})
