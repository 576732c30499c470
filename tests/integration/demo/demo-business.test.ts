import { expect, test } from 'vitest'
import { annotationsOf, termsOf, valuesOf } from '#main/core/demo/business.ts'
import { readPoints } from '#main/queries/business-series.query.ts'
import { continueBusiness, removeBusiness, writeFirstBusiness } from '#main/services/demo/write-business.ts'
import { openStore } from '#main/store/open.ts'
import { insertUser } from '#main/store/repos/people.repo.ts'
import { putValues, removeValues } from '#main/store/repos/unit-series.repo.ts'
import { insertVirtualTag, removeVirtualTag } from '#main/store/repos/virtual-tags.repo.ts'
import { demoAnnotations, demoClients, demoSeries } from '#resources/demo/business.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { dumpStore } from '#tests/support/dump.ts'
import { addCompany } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const figuresOf = (on: string) => ({
  startedAtMs: 1,
  series: demoSeries.map((series) => ({ series, values: valuesOf(series, day(on)) })),
  clients: { tag: demoClients.tag, terms: termsOf(demoClients.terms, day(on)) },
  annotations: annotationsOf(demoAnnotations, day(on)),
})

const product = { id: 'w1-product', name: 'Продукт', kind: 'product' as const, rules: [] }

test('on the next day the shop’s counts go on, and what a person said of them stays', async () => {
  const store = await openStore(testPorts(tempFolder()))
  const owner = { workspaceId: 'w1', userId: 'u1' }
  store.transaction((db) => {
    addCompany(db)
    insertUser(db, { id: 'u1', name: 'Анна', passwordHash: null, createdAtMs: 1 })
    insertVirtualTag(db, { ...product, ...owner, updatedAtMs: 1 })
    writeFirstBusiness(db, owner, figuresOf('2026-11-20'))
  })
  const first = dumpStore(store.read)
  const orders = 'w1.series-orders'
  store.transaction((db) => {
    putValues(db, orders, [{ day: day('2026-11-01'), part: null, value: '7' }])
    removeValues(db, orders, [{ day: day('2026-11-02'), part: null }])
    continueBusiness(db, 'w1', figuresOf('2026-11-21'))
  })
  const told = new Map(
    readPoints({ db: store.read }, orders).map(({ day: on, femtos }) => [on, formatDecimal(femtos)]),
  )
  expect(told.get(day('2026-11-01'))).toBe('7')
  expect(told.has(day('2026-11-02'))).toBe(false)
  expect(Number(told.get(day('2026-11-20')))).toBeGreaterThan(1000)
  store.transaction((db) => {
    removeBusiness(db, 'w1')
    removeVirtualTag(db, { id: 'w1-client', workspaceId: 'w1' })
    continueBusiness(db, 'w1', figuresOf('2026-11-22'))
  })
  expect(dumpStore(store.read).get('unit_values')).toEqual([])
  store.transaction((db) => writeFirstBusiness(db, owner, figuresOf('2026-11-20')))
  expect(dumpStore(store.read)).toEqual(first)
  store.close()
})
