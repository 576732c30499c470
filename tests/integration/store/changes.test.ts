import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRevisions } from '#main/queries/revisions.ts'
import { openStore } from '#main/store/open.ts'
import { addAudit } from '#main/store/repos/audit.repo.ts'
import { updateConnection } from '#main/store/repos/connections.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { resources, resourceTags, snapshots } from '#main/store/schema/inventory.ts'
import { resourceNotes } from '#main/store/schema/judgements.ts'
import { workspaces } from '#main/store/schema/people.ts'
import type { Store } from '#main/store/store.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addCompany, server } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const INVENTORY = ['resources', 'connections']
let store: Store

beforeEach(async () => {
  store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => {
    addCompany(db)
    look('c1', db)
  })
})
afterEach(() => store.close())

type Db = Parameters<Parameters<Store['transaction']>[0]>[0]

const look = (connectionId: string, db: Db) =>
  recordSnapshot(db, {
    workspaceId: 'w1',
    connectionId,
    startedAtMs: 1,
    finishedAtMs: 2,
    found: [server('a'), server('b')],
  })

const numbers = (tables: string[] = INVENTORY) => store.revision().of(tables)

test('what concerns other tables leaves a revision as it is', () => {
  const before = numbers()
  store.transaction((db) => {
    putSetting(db, { scope: 'app', ownerId: '', key: 'k', value: 1 })
    addAudit(db, {
      atMs: 1,
      workspaceId: 'w1',
      userId: null,
      host: 'cli',
      call: 'a.b',
      input: {},
      outcome: 'ok',
      durationMs: 1,
    })
  })
  expect(numbers()).toBe(before)
  expect(numbers(['settings'])).toBe(1)
  store.read.select().from(resources).all()
  expect(store.revision()).toBe(store.revision())
})

test('a commit moves the tables that it wrote, a statement that ran before included', () => {
  for (const name of ['first', 'second']) {
    const before = numbers()
    store.transaction((db) => updateConnection(db, 'c1', { name }))
    expect(numbers(), name).toBeGreaterThan(before)
  }
})

test('what was rolled back has changed nothing', () => {
  const before = numbers()
  expect(() =>
    store.transaction((db) => {
      updateConnection(db, 'c1', { name: 'x' })
      throw new Error('no')
    }),
  ).toThrow('no')
  store.transaction((db) => putSetting(db, { scope: 'app', ownerId: '', key: 'k', value: 1 }))
  expect(numbers()).toBe(before)
})

test('rows that go take the tables with them that point at them', () => {
  const [tags, notes] = [numbers(['resource_tags']), numbers(['resource_notes'])]
  store.transaction((db) => db.delete(workspaces).run())
  expect(store.read.select().from(resourceTags).all()).toEqual([])
  expect(numbers(['resource_tags'])).toBeGreaterThan(tags)
  expect(numbers(['resource_notes'])).toBeGreaterThan(notes)
})

test('a leaf that goes concerns itself alone', () => {
  const before = numbers()
  store.transaction((db) => db.delete(resourceNotes).run())
  expect(numbers()).toBe(before)
})

test.each([
  `replace into settings values ('app', '', 'k', '1')`,
  `with gone as (select 1) delete from resources where false`,
  `update or ignore resources set name = 'x'`,
  `insert into main.settings values ('app', '', 'k', '1')`,
  `insert or ignore into resources select * from resources`,
])('a statement that is not of the plain kinds concerns everything: %s', (text) => {
  const before = numbers(['budgets'])
  store.transaction((db) => db.run(sql.raw(text)))
  expect(numbers(['budgets'])).toBeGreaterThan(before)
})

test('a restored backup is another store', async () => {
  const { id } = await store.backup('manual')
  const before = numbers()
  await store.restore(id)
  expect(numbers()).toBeGreaterThan(before)
})

test('while a sync runs its workspace is answered from before, until somebody says that more has changed', () => {
  const revisions = createRevisions(store.read, store.revision)
  const calm = revisions.of('w1')
  store.transaction((db) => db.update(snapshots).set({ status: 'running' }).run())
  store.transaction((db) => db.update(resources).set({ name: 'half written' }).run())
  expect(revisions.of('w1')).toBe(calm)
  expect(revisions.of('another')).toBe(store.revision())
  revisions.settle('w1')
  const told = revisions.of('w1')
  expect(told).toBe(store.revision())
  store.transaction((db) => db.update(resources).set({ name: 'all written' }).run())
  expect(revisions.of('w1')).toBe(told)
  store.transaction((db) => db.update(snapshots).set({ status: 'done' }).run())
  expect(revisions.of('w1')).toBe(store.revision())
})
