import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors/app-error.ts'
import { type ImportDesk, openImportDesk } from '#tests/support/import-desk.ts'
import { csvOf, focusDays, focusRow } from '#tests/support/imports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let folder = ''
let desk: ImportDesk
beforeEach(async () => {
  folder = tempFolder()
  desk = await openImportDesk(folder)
})
afterEach(() => desk.close())

/** Large enough for its reader to be at work when somebody stops it. */
const LARGE = 3_000
const large = (): string =>
  csvOf(Array.from({ length: LARGE }, (_, at) => focusRow({ ResourceId: `i-${at}`, SkuId: `sku-${at}` })))

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'ok'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

/** Resolves when lines of the parcel lie in the store: its reading is half done. */
async function halfRead(id: number): Promise<void> {
  for (;;) {
    const { rows } = desk.store.read.get<{ rows: number }>(
      sql`select count(*) as rows from parcel_keys where parcel_id = ${id}`,
    )
    if (rows > 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('a reading that is stopped', () => {
  it('leaves nothing behind, and can be begun again', async () => {
    const before = desk.dump()
    const file = desk.write('large.csv', large())
    const [id = 0] = await desk.start(file)
    await halfRead(id)
    expect(codeOf(() => desk.imports.commit(desk.session, { id, mode: 'replace' }))).toBe('import.notReady')
    expect(codeOf(() => desk.imports.resume(desk.session, id))).toBe('import.busy')
    desk.imports.cancel(desk.session, id)
    await desk.imports.whenIdle()
    expect(desk.get(id).item).toMatchObject({ status: 'cancelled', rowsIn: 0, problem: null })
    expect(desk.dump()).toEqual(before)

    desk.imports.resume(desk.session, id)
    await desk.imports.whenIdle()
    expect(desk.get(id).item).toMatchObject({ status: 'ready', rowsKept: LARGE })
  })

  it('waits as interrupted when the program is closed, and goes on from the beginning', async () => {
    const before = desk.dump()
    const file = desk.write('large.csv', large())
    const [id = 0] = await desk.start(file)
    await halfRead(id)
    await desk.close()
    desk = await openImportDesk(folder)
    await desk.imports.whenIdle()
    expect(desk.get(id).item).toMatchObject({ status: 'paused', problem: { code: 'import.interrupted' } })
    expect(desk.dump()).toEqual(before)
    desk.imports.resume(desk.session, id)
    await desk.imports.whenIdle()
    desk.imports.commit(desk.session, { id, mode: 'replace' })
    expect(desk.counted()).toEqual(['2026-10-05 31500 RUB'])
  })

  it('ends before its turn when it waits', async () => {
    const [first = 0] = await desk.start(desk.write('large.csv', large()))
    const [second = 0] = await desk.start(desk.write('small.csv', csvOf(focusDays(2))))
    expect(desk.list().map(({ status }) => status)).toEqual(['waiting', 'reading'])
    desk.imports.cancel(desk.session, second)
    await desk.imports.whenIdle()
    expect([desk.get(first).item.status, desk.get(second).item.status]).toEqual(['ready', 'cancelled'])
  })
})

it('reads one file after another, and both are there', async () => {
  const [one = 0] = await desk.start(desk.write('a.csv', csvOf(focusDays(2))))
  const [two = 0] = await desk.start(desk.write('b.csv', csvOf(focusDays(2, { BillingAccountId: '2' }))))
  await desk.imports.whenIdle()
  for (const id of [one, two]) desk.imports.commit(desk.session, { id, mode: 'replace' })
  expect(desk.counted()).toEqual(['2026-10-05 21 RUB', '2026-10-06 21 RUB'])
})

describe('a file that is not there as it was', () => {
  it('is refused when it grew while it was read, and is read whole afterwards', async () => {
    const before = desk.dump()
    const file = desk.write('large.csv', large())
    const [id = 0] = await desk.start(file)
    await halfRead(id)
    appendFileSync(file, `${csvOf([focusRow()]).split('\n')[1]}\n`)
    await desk.imports.whenIdle()
    expect(desk.get(id).item.problem).toEqual({ code: 'import.fileChanged', details: { name: 'large.csv' } })
    expect(desk.dump()).toEqual(before)
    desk.imports.resume(desk.session, id)
    await desk.imports.whenIdle()
    expect(desk.get(id).item).toMatchObject({ status: 'ready', rowsKept: LARGE + 1 })
  })

  it('is told of when it has gone meanwhile', async () => {
    const file = desk.write('a.csv', csvOf(focusDays(2)))
    const { id } = await desk.read(file)
    rmSync(file)
    desk.imports.answer(desk.session, { id, answers: { dropsRepeats: true } })
    await desk.imports.whenIdle()
    expect(desk.get(id).item).toMatchObject({ status: 'failed', problem: { code: 'import.fileGone' } })
    writeFileSync(file, csvOf(focusDays(2)))
    desk.imports.resume(desk.session, id)
    await desk.imports.whenIdle()
    expect(desk.get(id).item.status).toBe('ready')
  })
})

describe('a disk that is full', () => {
  it('stops a reading, which leaves nothing behind', async () => {
    const before = desk.dump()
    const file = desk.write('large.csv', large())
    const { pages } = desk.store.read.get<{ pages: number }>(
      sql`select page_count as pages from pragma_page_count`,
    )
    const bound = (most: number) =>
      desk.store.transaction((db) => db.get(sql`pragma max_page_count = ${sql.raw(String(most))}`))
    bound(pages + 20)
    const { id, status, problem } = await desk.read(file)
    expect([status, problem?.code]).toEqual(['failed', 'store.diskFull'])
    expect(desk.dump()).toEqual(before)
    bound(1_000_000)
    desk.imports.resume(desk.session, id)
    await desk.imports.whenIdle()
    expect(desk.get(id).item.status).toBe('ready')
  })
})

it('tells how far it has come, a few times a second at most', async () => {
  const [id = 0] = await desk.start(desk.write('large.csv', large()))
  expect(desk.get(id).item.status).toMatch(/waiting|reading/)
  await desk.imports.whenIdle()
  expect(desk.told.filter((name) => name === 'imports.progressed').length).toBeLessThan(20)
  expect(desk.get(id).item).toMatchObject({ bytesRead: desk.get(id).item.bytes, rowsIn: LARGE })
})
