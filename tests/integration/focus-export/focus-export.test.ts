import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import { afterEach, describe, expect, it } from 'vitest'
import { checkHeader } from '#main/core/focus/check.ts'
import { createFocusRows } from '#main/core/focus/row.ts'
import { createExports } from '#main/services/exports/exports.service.ts'
import { createFocusExport } from '#main/services/focus-export/focus-export.service.ts'
import type { ExportLine, Totals } from '#main/services/focus-export/write-export.ts'
import { focusVersions } from '#shared/contract/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { anyFocusLine } from '#tests/support/any-focus-line.ts'
import { focusLine } from '#tests/support/focus-lines.ts'
import { readFocus } from '#tests/support/read-focus.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const session = { workspaceId: 'w1' } as never
const stranger = { workspaceId: 'w2' } as never
const filter = { from: day('2026-05-01'), to: day('2026-05-31') }
const account = { name: 'Production', accountRef: 'acc-1' }

const withAccount = (lines: readonly ReturnType<typeof focusLine>[]): ExportLine[] =>
  lines.map((line) => ({ ...line, connectionId: 'c1' }))

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** What the ledger would say of lines: their number and their sums. */
function totalsOf(all: Iterable<readonly ExportLine[]>): Totals {
  const billed = new Map<Currency, bigint>()
  let lines = 0
  for (const some of all)
    for (const { key, billed: femtos } of some) {
      lines += 1
      billed.set(key.currency as Currency, (billed.get(key.currency as Currency) ?? 0n) + femtos)
    }
  return { lines, billed }
}

function start(linesOf: () => Iterable<readonly ExportLine[]>, folder = tempFolder(), totals?: Totals) {
  const ports = testPorts(folder)
  const events: string[] = []
  const waiting = new Set<() => void>()
  const exports = createExports({
    ports,
    emit: (name) => {
      events.push(name)
      for (const look of waiting) look()
    },
  })
  const focus = createFocusExport({
    ports,
    exports,
    linesOf,
    accountsOf: () => new Map([['c1', account]]),
    totalsOf: () => totals ?? totalsOf(linesOf()),
  })
  const service = { ...exports, start: focus.start }
  open.push(service)
  const find = async (id: string) => (await service.list(session)).items.find((item) => item.id === id)
  /** Resolves when the export has ended, however. */
  async function ended(id: string) {
    for (;;) {
      const item = await find(id)
      if (!item || item.finishedAtMs !== null) return item
      await new Promise<void>((resolve) => waiting.add(resolve))
    }
  }
  return {
    ports,
    service,
    events,
    ended,
    exports: ports.paths.exportsFolder,
    path: (id: string, format: string) => join(ports.paths.exportsFolder, `${id}.${format}`),
  }
}

describe('an export of the ledger', () => {
  const lines = withAccount(fc.sample(anyFocusLine, { numRuns: 120, seed: 7 }))

  for (const format of ['csv', 'parquet'] as const)
    it.each(focusVersions)(`as ${format} of FOCUS %s is read back to the last digit`, async (version) => {
      const { service, ended, path, events } = start(() => [lines.slice(0, 7), lines.slice(7)])
      const { id } = await service.start(session, { filter, version, isLatin: false, format })
      expect(await ended(id)).toMatchObject({ status: 'done', lines: 120, total: 120, problem: null })
      expect(events).toContain('exports.progressed')
      const make = createFocusRows(version)
      const rows = await readFocus(path(id, format))
      expect(checkHeader(Object.keys(rows[0] ?? {}), version)).toEqual([])
      for (const [index, line] of lines.entries()) {
        const made = make(line, account)
        const read = rows[index] ?? {}
        const wanted = Object.keys(read).map((name) => [name, made[name as 'BilledCost']] as const)
        // A unit price is a float there.
        const asFloat = (name: string) => format === 'parquet' && name.endsWith('UnitPrice')
        const told = wanted.map(([name, value]) => [
          name,
          value && asFloat(name) ? String(Number(value)) : value,
        ])
        expect(read).toEqual(Object.fromEntries(told))
        expect(read.BilledCost).toBe(formatDecimal(line.billed))
      }
    })

  it('carries columns of the source under names of their own, and a description in the file', async () => {
    const extra = { 'x_cost center': 'A', Комментарий: '=1+1', x_Team: 'b' }
    const own = withAccount([focusLine({ detail: { extra } as never }), focusLine()])
    const { service, ended, path } = start(() => [own])
    const { id } = await service.start(session, { filter, version: '1.2', isLatin: false, format: 'parquet' })
    await ended(id)
    const [first, second] = await readFocus(path(id, 'parquet'))
    expect(first).toMatchObject({ x_costcenter: 'A', x_Team: 'b', x_Column: '=1+1' })
    expect(second).toMatchObject({ x_costcenter: null, x_Column: null })
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(path(id, 'parquet')))
    const told = metadata.key_value_metadata?.find(({ key }) => key === 'FocusMetadata')?.value
    expect(JSON.parse(told ?? '{}')).toMatchObject({
      FocusVersion: '1.2',
      CreationDate: '2026-11-20T09:00:00Z',
    })
  })

  it('writes text that a spreadsheet would run exactly as the source had it: the file is for programs', async () => {
    const { service, ended, path } = start(() => [
      withAccount([focusLine({}, { service: '=cmd|calc', skuName: '@SUM(1)', chargeDescription: '+1' })]),
    ])
    const { id } = await service.start(session, { filter, version: '1.2', isLatin: false, format: 'csv' })
    await ended(id)
    const [row] = await readFocus(path(id, 'csv'))
    expect(row).toMatchObject({ ServiceName: '=cmd|calc', ChargeDescription: '+1' })
  })

  it('is spelt in Latin letters on demand, for validators that take no others', async () => {
    const own = withAccount([focusLine({}, { service: 'Объектное хранилище «Щ» №1', tags: { отдел: 'да' } })])
    const { service, ended, path } = start(() => [own])
    const { id } = await service.start(session, { filter, version: '1.2', isLatin: true, format: 'csv' })
    await ended(id)
    expect((await readFocus(path(id, 'csv')))[0]).toMatchObject({
      ServiceName: 'Obektnoe khranilishche "Shch" No. 1',
      Tags: '{"отдел":"да"}',
    })
  })

  it('of nothing says so and leaves no file', async () => {
    const { service, ended, exports } = start(() => [])
    const { id } = await service.start(session, { filter, version: '1.2', isLatin: false, format: 'csv' })
    expect(await ended(id)).toMatchObject({ status: 'failed', problem: { code: 'export.nothing' } })
    expect(readdirSync(exports)).toEqual([`${id}.json`])
  })

  it('begins again where the ledger has changed while it was read', async () => {
    let asked = 0
    const { service, ended } = start(() => {
      asked += 1
      // The sums are asked for first: by then there was one line.
      return [withAccount(asked === 1 ? [focusLine()] : [focusLine(), focusLine()])]
    })
    const { id } = await service.start(session, { filter, version: '1.2', isLatin: false, format: 'csv' })
    expect(await ended(id)).toMatchObject({ status: 'done', lines: 2 })
  })

  it('begins again where a column of its own turns up late', async () => {
    const late = withAccount([focusLine({ detail: { extra: { x_Late: 'yes' } } as never })])
    const { service, ended, path } = start(() => [withAccount([focusLine()]), late])
    const { id } = await service.start(session, { filter, version: '1.2', isLatin: false, format: 'csv' })
    await ended(id)
    const rows = await readFocus(path(id, 'csv'))
    expect(rows.map((row) => row.x_Late)).toEqual([null, 'yes'])
  })

  it('is stopped in the middle, lets others have their turn, and leaves nothing', async () => {
    let given = 0
    function* endless(): Iterable<ExportLine[]> {
      for (;;) {
        given += 1
        yield withAccount([focusLine()])
      }
    }
    const { service, ended, exports } = start(endless, tempFolder(), { lines: 1e9, billed: new Map() })
    const { id } = await service.start(session, { filter, version: '1.2', isLatin: false, format: 'csv' })
    const second = await service.start(session, { filter, version: '1.2', isLatin: false, format: 'csv' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(() => service.cancel(stranger, id)).toThrow('export.notFound')
    service.cancel(session, second.id)
    service.cancel(session, id)
    expect(await ended(id)).toMatchObject({ status: 'cancelled' })
    expect(await ended(second.id)).toMatchObject({ status: 'cancelled' })
    expect(given).toBeGreaterThan(0)
    expect(readdirSync(exports).filter((name) => !name.endsWith('.json'))).toEqual([])
  })

  it('that cannot be written fails with a sentence', async () => {
    const { service, ended, exports } = start(() => [withAccount([focusLine()])])
    await service.ready
    rmSync(exports, { recursive: true })
    writeFileSync(exports, 'in the way')
    const { id } = await service.start(session, { filter, version: '1.2', isLatin: false, format: 'csv' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(await ended(id)).toMatchObject({ status: 'failed', problem: { code: 'export.failed' } })
    rmSync(exports)
  })

  it('is listed again after a restart, while what was half written is gone', async () => {
    const folder = tempFolder()
    const before = start(() => [withAccount([focusLine()])], folder)
    const { id } = await before.service.start(session, {
      filter,
      version: '1.2',
      isLatin: false,
      format: 'csv',
    })
    await before.ended(id)
    writeFileSync(join(before.exports, 'x.csv.part'), 'half')
    writeFileSync(join(before.exports, 'y.json'), '{')
    const after = start(() => [], folder)
    const { items } = await after.service.list(session)
    expect(items.map((item) => item.id)).toEqual([id])
    expect((await after.service.list(stranger)).items).toEqual([])
    expect(readdirSync(after.exports).sort()).toEqual([`${id}.csv`, `${id}.json`])
    await after.service.remove(session, id)
    expect(readdirSync(after.exports)).toEqual([])
  })

  it('stays until twenty newer ones are there', async () => {
    const { service, ended, exports } = start(() => [withAccount([focusLine()])])
    let last = ''
    for (let made = 0; made < 22; made += 1)
      last = (await service.start(session, { filter, version: '1.0', isLatin: false, format: 'csv' })).id
    await ended(last)
    expect((await service.list(session)).items).toHaveLength(20)
    expect(readdirSync(exports)).toHaveLength(40)
    expect(existsSync(join(exports, `${last}.csv`))).toBe(true)
  })
})
