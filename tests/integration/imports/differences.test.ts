import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf, focusDays, focusRow, type Importing, openImporting } from '#tests/support/imports.ts'

let folder = ''
let importing: Importing
let second = 0

/** A provider sends October twice: the second file corrects one line, leaves one out and has one more. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'infrazen-differences-'))
  importing = await openImporting(folder)
  const { ask } = importing
  const october = focusDays(3, { ResourceName: 'web' })
  const first = await importing.read(importing.write('october.csv', csvOf(october)))
  await ask('imports.commit', { id: first.id, mode: 'replace' })
  const [one = {}, , three = {}] = october
  const corrected = [
    { ...one, BilledCost: '11.5' },
    three,
    focusRow({ ...three, ResourceId: '=new', ResourceName: '=cmd|A1' }),
  ]
  const { id } = await importing.read(importing.write('october-2.csv', csvOf(corrected)))
  await ask('imports.commit', { id, mode: 'replace' })
  second = id
})
afterAll(async () => {
  await importing.close()
  rmSync(folder, { recursive: true, force: true })
})

test('what a file changed is told in totals that lead from the bill of before to the bill of now', async () => {
  const { ask } = importing
  const { rows, totals } = await ask('differences.getSummary', { since: { importId: second } })
  expect(rows).toHaveLength(1)
  expect(totals).toMatchObject([{ currency: 'RUB', corrected: { lines: 1 }, added: { lines: 1 } }])
  const [total] = totals
  const spent = await importing.spent('2026-10-01', '2026-10-31')
  expect(total?.after).toBe(spent)
})

test('lines are told with what they were and are, the largest change first', async () => {
  const { ask } = importing
  const { items, total, isCut } = await ask('differences.listLines', { since: { importId: second } })
  expect([total, isCut]).toEqual([items.length, false])
  expect(items.map(({ kind }) => kind).sort()).toEqual(['added', 'corrected'])
  expect(items.find(({ kind }) => kind === 'corrected')).toMatchObject({ after: '11.5' })
  const only = await ask('differences.listLines', { since: { importId: second }, kind: 'added' })
  expect(only.items).toMatchObject([{ kind: 'added', resource: '=cmd|A1', before: null }])
})

test('a moment that no bill is known of is refused with a sentence, and one of today is no difference', async () => {
  const { ask } = importing
  for (const since of [{ importId: 9999 }, { atMs: 9e15 }])
    await expect(ask('differences.getSummary', { since })).rejects.toThrow('moment.notKnown')
  const { items } = await ask('differences.listMoments', {})
  expect(items.map(({ kind, label }) => [kind, label])).toEqual([
    ['committed', 'october-2.csv'],
    ['committed', 'october.csv'],
  ])
})

test('the file of changes says the same figures, and runs nothing in a spreadsheet', async () => {
  const { ask } = importing
  const file = await ask('differences.export', {
    since: { importId: second },
    format: 'csv',
    preset: 'machine',
    language: 'en',
  })
  expect(file.data).toContain('=cmd|A1')
  const excel = await ask('differences.export', {
    since: { importId: second },
    format: 'csv',
    language: 'ru',
  })
  expect(excel.data).toContain(`'=cmd|A1`)
  const { items } = await ask('differences.listLines', { since: { importId: second } })
  for (const { after } of items) expect(file.data).toContain(after)
})
