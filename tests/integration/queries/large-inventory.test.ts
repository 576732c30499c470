import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBackground } from '#main/backend/background.ts'
import { money } from '#main/core/money/money.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import { warmIndex } from '#main/queries/resource-index/kept-index.ts'
import { openResourceList } from '#main/queries/resource-list.ts'
import { listResources } from '#main/queries/resources.query.ts'
import { isSyncing } from '#main/queries/revisions.ts'
import type { Scope } from '#main/queries/scope.ts'
import { createInventory } from '#main/services/inventory/inventory.service.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { resources, snapshots } from '#main/store/schema/inventory.ts'
import { contract } from '#shared/contract/index.ts'
import { resourceSorts } from '#shared/contract/resources.ts'
import { addDays, day, daysOf } from '#shared/lib/day.ts'
import { cost, openSeeded, resource } from './seed.ts'

/** Large enough that nobody is made to wait for it. */
const SIZE = 5100
const folder = mkdtempSync(join(tmpdir(), 'infrazen-test-'))
let made: Awaited<ReturnType<typeof openSeeded>>
let background: ReturnType<typeof createBackground>
const announced: string[] = []
/** The days that are read beforehand: the last thirty. */
const days = { spendFrom: addDays(day('2026-11-20'), -30), spendTo: day('2026-11-19') }

beforeAll(async () => {
  made = await openSeeded(folder, ['A'])
  made.store.transaction((db) => {
    const found = Array.from({ length: SIZE }, (_, n) =>
      resource(`ref-${n}`, {
        name: `${['web', 'Ёж', 'db'][n % 3]}-${(n * 7919) % SIZE}`,
        region: `ru-${n % 5}`,
        owner: n % 4 === 0 ? null : `team-${n % 9}`,
        price:
          n % 7 === 0 ? null : { amount: money(String(n % 40), n % 11 === 0 ? 'USD' : 'RUB'), period: 'day' },
        service: `Сервис ${n % 12}`,
        attributes: {
          ...(n % 3 === 0 ? { vcpu: n % 16, ramGb: n % 5 } : { diskGb: n % 90 }),
          ...(n % 8 === 0 ? {} : { address: `10.0.${n % 251}.${(n * 7) % 251}` }),
          ...(n % 9 === 0 ? { renewsOn: addDays(day('2026-12-01'), n % 60) } : {}),
        },
        marks: n % 50 === 0 ? ['zombie'] : [],
        tags: n % 2 === 0 ? [{ key: 'env', value: `e${n % 3}` }] : [],
      }),
    )
    const { idOf } = recordSnapshot(db, {
      workspaceId: 'A-workspace',
      connectionId: 'A-selectel',
      startedAtMs: 40,
      finishedAtMs: 41,
      found,
    })
    for (const on of daysOf(addDays(days.spendFrom, -1), days.spendTo).filter((_, at) => at % 6 === 0))
      addCosts(
        db,
        'A-workspace',
        null,
        [...idOf.values()].slice(0, 900).map((resourceId, n) => {
          const of = { connection: 'A-selectel', provider: 'selectel', resourceId, service: 'x' } as const
          return cost(of, on, String(n % 30), n % 13 === 0 ? { currency: 'USD' } : {})
        }),
      )
  })
  background = createBackground({
    ports: made.ports,
    live: made.store.revision,
    isSyncing: (workspaceId) => isSyncing(made.store.read, workspaceId),
    announce: (workspaceId) => announced.push(workspaceId),
  })
})
afterAll(() => {
  made.store.close()
  rmSync(folder, { recursive: true, force: true })
})

const scope = (): Scope => ({ ...made.scope, revision: made.store.revision(), background })
const input = (wishes: Record<string, unknown> = {}) =>
  contract['resources.list'].input.parse({ ...days, ...wishes })
const list = (wishes: Record<string, unknown> = {}) => listResources(scope(), input(wishes))
/** Made from the store by whoever asks, in another memory. */
const exactly = (wishes: Record<string, unknown> = {}) =>
  listResources(
    { ...scope(), background: undefined, db: Object.create(made.store.read) } as unknown as Scope,
    input(wishes),
  )
const anyId = () =>
  made.store.read.select({ id: resources.id }).from(resources).where(eq(resources.externalId, 'ref-5')).get()
    ?.id ?? 0
const rename = (name: string) =>
  made.store.transaction((db) => db.update(resources).set({ name }).where(eq(resources.id, anyId())).run())
const found = (search: string): number => list({ filter: { search }, limit: 1 }).total

describe('a large inventory', () => {
  it('that was read beforehand answers as one that is read by whoever asks', async () => {
    warmIndex(scope())
    await background.whenIdle()
    expect(announced).toEqual([])
    for (const sort of resourceSorts)
      for (const direction of ['asc', 'desc'])
        for (const offset of [0, 2600])
          expect(list({ sort, direction, offset, limit: 40 }), `${sort} ${direction}`).toEqual(
            exactly({ sort, direction, offset, limit: 40 }),
          )
    for (const filter of [
      { search: 'еж 1' },
      { mark: 'zombie', tag: 'env' },
      { owner: 'team-3', costFrom: '200' },
    ])
      expect(list({ filter })).toEqual(exactly({ filter }))
  })

  it('goes on answering as before until it has been read anew, and then says so', async () => {
    expect(found('новое-имя')).toBe(0)
    rename('новое-имя')
    expect(found('новое-имя')).toBe(0)
    expect(listConnections(scope(), { hasArchived: false }).items).toHaveLength(2)
    await background.whenIdle()
    expect(announced).toEqual(['A-workspace'])
    expect(found('новое-имя')).toBe(1)
    expect(list()).toEqual(exactly())
    await background.whenIdle()
    expect(announced).toHaveLength(1)
  })

  it('shows what people say of it at once all the same', async () => {
    const inventory = createInventory(made)
    const session = { workspaceId: 'A-workspace', userId: 'A-user' } as Parameters<typeof inventory.update>[0]
    rename('ещё-новее')
    inventory.update(session, { id: anyId(), overrides: { owner: 'Только я' } })
    await inventory.updateMany(session, { ids: [anyId()], tags: { важно: '' } })
    expect(list({ filter: { owner: 'Только я' } }).total).toBe(1)
    expect(list({ filter: { tag: 'важно' } }).items.map((row) => row.id)).toEqual([anyId()])
    await background.whenIdle()
    expect(list({ filter: { owner: 'Только я' } }).total).toBe(1)
    expect(list({ filter: { tag: 'важно' } })).toEqual(exactly({ filter: { tag: 'важно' } }))
  })

  it('is as it is now in a file, whatever the answers are', async () => {
    rename('в-файле')
    expect(found('в-файле')).toBe(0)
    const file = openResourceList(scope(), input({ filter: { search: 'в-файле' } }))
    expect(file.size).toBe(1)
    expect(file.page(0, 10)[0]?.name).toBe('в-файле')
    await background.whenIdle()
    expect(found('в-файле')).toBe(1)
  })

  it('that was written to while it was read is not taken for what it is now', async () => {
    let steps: Generator<void, void> | null = null
    // Taken a step at a time by the test, so that the write falls between two steps.
    const byHand = {
      ...scope(),
      background: { ...background, start: (_: string, of: () => typeof steps) => (steps = of()) },
    }
    rename('первое')
    listResources(byHand as Scope, input())
    const taken = steps as Generator<void, void> | null
    taken?.next()
    rename('второе')
    for (let step = taken?.next(); step && !step.done; ) step = taken?.next()
    expect(found('второе')).toBe(0)
    await background.whenIdle()
    expect(found('второе')).toBe(1)
    expect(found('первое')).toBe(0)
  })

  it('is not read while a sync writes it, and is when the sync has ended', async () => {
    const status = (of: 'running' | 'done') =>
      made.store.transaction((db) => db.update(snapshots).set({ status: of }).run())
    status('running')
    rename('половина')
    const before = announced.length
    expect(found('половина')).toBe(0)
    await background.whenIdle()
    expect(found('половина')).toBe(0)
    status('done')
    expect(found('половина')).toBe(0)
    await background.whenIdle()
    expect(found('половина')).toBe(1)
    expect(announced).toHaveLength(before + 1)
  })

  it('is another one at once when a backup was restored', async () => {
    const { id } = await made.store.backup('manual')
    rename('до-восстановления')
    found('до-восстановления')
    await background.whenIdle()
    expect(found('до-восстановления')).toBe(1)
    await made.store.restore(id)
    expect(found('до-восстановления')).toBe(0)
    expect(list()).toEqual(exactly())
  })
})

describe('work in between calls', () => {
  it('that fails is told to the log and can begin again', async () => {
    const failing = () => {
      throw new Error('canary')
    }
    background.start('broken', function* () {
      yield
      failing()
    })
    await background.whenIdle()
    expect(made.ports.lines).toContainEqual({
      level: 'warn',
      event: 'background.failed',
      facts: { name: 'broken', message: 'Error: canary' },
    })
    let steps = 0
    background.start('broken', function* () {
      steps += 1
      yield
      steps += 1
    })
    background.start('broken', failing)
    await background.whenIdle()
    expect(steps).toBe(2)
  })

  it('stops where it is when the program closes', async () => {
    let steps = 0
    const own = createBackground({
      ports: made.ports,
      live: made.store.revision,
      isSyncing: () => false,
      announce: () => undefined,
    })
    own.start('endless', function* () {
      for (;;) {
        steps += 1
        if (steps === 3) own.close()
        yield
      }
    })
    await own.whenIdle()
    expect(steps).toBe(3)
  })
})
