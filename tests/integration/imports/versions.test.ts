import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getCoverage } from '#main/queries/imports-coverage.query.ts'
import { insertConnection } from '#main/store/repos/connections.repo.ts'
import { addCosts } from '#main/store/repos/costs.repo.ts'
import { chargeDays } from '#main/store/schema/costs.ts'
import { day } from '#shared/lib/day.ts'
import { type ImportDesk, openImportDesk } from '#tests/support/import-desk.ts'
import { csvOf, focusDays } from '#tests/support/imports.ts'
import { costLine } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let desk: ImportDesk
beforeEach(async () => {
  desk = await openImportDesk(tempFolder())
})
afterEach(() => desk.close())

const october = (days = 3, cost = '10.5') => csvOf(focusDays(days, { BilledCost: cost, EffectiveCost: cost }))

describe('the same file again', () => {
  it('changes nothing, to the byte', async () => {
    const { id } = await desk.load(desk.write('october.csv', october()))
    const before = desk.dump()
    const again = await desk.read(desk.write('copy of october.csv', october()))
    expect(again).toMatchObject({ status: 'same', sameAs: id, rowsIn: 3 })
    expect(desk.dump()).toEqual(before)
  })

  it('is news again once what it told counts no more', async () => {
    await desk.load(desk.write('october.csv', october()))
    await desk.load(desk.write('corrected.csv', october(3, '9')))
    const again = await desk.read(desk.write('october again.csv', october()))
    expect(again.status).toBe('ready')
  })
})

describe('a corrected file', () => {
  it('replaces the days that it tells of, and what it replaced is kept and comes back', async () => {
    const first = await desk.load(desk.write('october.csv', october(3)))
    const read = await desk.read(desk.write('corrected.csv', october(2, '9')))
    expect(desk.get(read.id).differences).toMatchObject([
      { kind: 'changed', days: 2, before: { lines: 2, billed: '21' }, after: { billed: '18' }, change: '-3' },
    ])
    const done = desk.imports.commit(desk.session, { id: read.id, mode: 'replace' })
    expect(done).toEqual({ lines: 2, replacedLines: 2 })
    expect(desk.counted()).toEqual(['2026-10-05 9 RUB', '2026-10-06 9 RUB', '2026-10-07 10.5 RUB'])
    expect(desk.get(first.id).item).toMatchObject({ status: 'committed', days: 3, liveDays: 1 })
    const { accounts } = getCoverage(desk.scope, { from: day('2026-10-01'), to: day('2026-10-31') })
    expect(accounts.map(({ days }) => days.map(({ fileName, replaced }) => [fileName, replaced]))).toEqual([
      [
        ['corrected.csv', 1],
        ['corrected.csv', 1],
        ['october.csv', 0],
      ],
    ])

    desk.imports.withdraw(desk.session, read.id)
    expect(desk.counted()).toEqual(['2026-10-05 10.5 RUB', '2026-10-06 10.5 RUB', '2026-10-07 10.5 RUB'])
    expect(desk.get(read.id).item).toMatchObject({ status: 'withdrawn', liveDays: 0 })
  })

  it('counts besides what is there when the person says so', async () => {
    await desk.load(desk.write('october.csv', october(2)))
    const { id } = await desk.read(desk.write('more.csv', october(1, '1')))
    desk.imports.commit(desk.session, { id, mode: 'add' })
    expect(desk.counted()).toEqual(['2026-10-05 11.5 RUB', '2026-10-06 10.5 RUB'])
  })

  it('leaves nothing behind when it is thrown away instead', async () => {
    await desk.load(desk.write('october.csv', october()))
    const before = desk.dump()
    const other = { BillingAccountId: '999', ResourceId: 'i-9', BilledCost: '7' }
    const { id } = await desk.read(desk.write('other.csv', csvOf(focusDays(40, other))))
    expect(desk.dump()).not.toEqual(before)
    await desk.imports.remove(desk.session, id)
    expect(desk.dump()).toEqual(before)
    expect(desk.list()).toHaveLength(1)
  })
})

describe('an account that is asked over the network as well', () => {
  /** What a synchronisation has told: a rouble a day from the fourth to the sixth. */
  function toldByApi(): void {
    desk.store.transaction((db) => {
      insertConnection(db, {
        id: 'c1',
        workspaceId: 'w1',
        provider: 'aws',
        name: 'AWS',
        accountRef: '111122223333',
        status: 'active',
        config: {},
        addedAtMs: 1,
      })
      for (const date of ['2026-10-04', '2026-10-05', '2026-10-06']) {
        addCosts(db, 'w1', null, [costLine({ day: date, femtos: 10n ** 15n })])
        db.insert(chargeDays)
          .values({ connectionId: 'c1', day: day(date), digest: date, lines: 1, toldAtMs: 5 })
          .run()
      }
    })
  }

  it('counts a day from the one or from the other, never from both', async () => {
    toldByApi()
    const read = await desk.read(desk.write('october.csv', october(3)))
    expect(desk.get(read.id).differences).toMatchObject([
      { days: 3, kind: 'changed', isFromApi: true, before: { lines: 2, billed: '2' }, change: '29.5' },
    ])
    expect(desk.imports.commit(desk.session, { id: read.id, mode: 'replace' })).toEqual({
      lines: 3,
      replacedLines: 2,
    })
    expect(desk.counted()).toEqual([
      '2026-10-04 1 RUB',
      '2026-10-05 10.5 RUB',
      '2026-10-06 10.5 RUB',
      '2026-10-07 10.5 RUB',
    ])
    const { accounts } = getCoverage(desk.scope, { from: day('2026-10-01'), to: day('2026-10-09') })
    expect(accounts).toMatchObject([
      {
        connectionId: 'c1',
        firstDay: '2026-10-04',
        lastDay: '2026-10-07',
        gaps: [],
        days: [
          { day: '2026-10-04', from: 'api', lines: 1, replaced: 0 },
          { day: '2026-10-05', from: 'file', replaced: 1 },
          { day: '2026-10-06', from: 'file', replaced: 1 },
          { day: '2026-10-07', from: 'file', replaced: 0 },
        ],
      },
    ])
    desk.imports.withdraw(desk.session, read.id)
    expect(desk.counted()).toEqual(['2026-10-04 1 RUB', '2026-10-05 1 RUB', '2026-10-06 1 RUB'])
  })
})

it('tells which days are missing in between', async () => {
  await desk.load(desk.write('a.csv', october(1)))
  const later = { ChargePeriodStart: '2026-10-09T00:00:00Z' }
  await desk.load(desk.write('b.csv', csvOf(focusDays(1, later))))
  const { accounts } = getCoverage(desk.scope, { from: day('2026-10-07'), to: day('2026-10-31') })
  expect(accounts[0]?.gaps).toEqual([{ from: '2026-10-07', to: '2026-10-08' }])
})
