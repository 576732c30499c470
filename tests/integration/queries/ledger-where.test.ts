import { afterAll, beforeAll, expect, test } from 'vitest'
import { whereOf } from '#main/queries/ledger-where.ts'
import { openStore } from '#main/store/open.ts'
import type { Store } from '#main/store/store.ts'
import type { CostCondition } from '#shared/contract/costs.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addCompany, addConnection } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let store: Store

beforeAll(async () => {
  store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => {
    addCompany(db, 'w1', 'Прод Москва')
    addConnection(db, 'w1', 'Тест', 'yandex')
    addCompany(db, 'w2', 'Прод чужой')
  })
})
afterAll(() => store.close())

const asked = (condition: CostCondition) =>
  whereOf({ db: store.read, workspaceId: 'w1' }, [[condition]])[0]?.[0]

test('a part of an account is sought in its name, of one’s own accounts only', () => {
  expect(asked({ dimension: 'connection', op: 'contains', values: ['прод'] })).toEqual({
    dimension: 'connection',
    op: 'is',
    values: ['Прод Москва'],
  })
  expect(asked({ dimension: 'connection', op: 'notContains', values: ['прод'] })).toMatchObject({
    op: 'isNot',
    values: ['Прод Москва'],
  })
  expect(asked({ dimension: 'connection', op: 'startsWith', values: ['москва'] })).toMatchObject({
    values: [],
  })
})

test('a part of a provider is sought in its name, in either language', () => {
  const found = (text: string) => asked({ dimension: 'provider', op: 'contains', values: [text] })
  expect(found('cloud')).toMatchObject({ op: 'is', values: ['yandex', 'vk', 'timeweb', 'gcp'] })
  expect(found('другой')).toMatchObject({ values: ['other'] })
})

test('a whole value stands as it is', () => {
  const condition = { dimension: 'connection', op: 'isNot', values: ['Тест'] } as const
  expect(asked({ ...condition, values: ['Тест'] })).toEqual(condition)
})
