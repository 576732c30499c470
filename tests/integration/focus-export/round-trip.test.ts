import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnsOf } from '#main/core/focus/columns.ts'
import { csvLine } from '#main/core/focus/csv.ts'
import type { FocusLine } from '#main/core/focus/focus-line.ts'
import { createFocusRows } from '#main/core/focus/row.ts'
import type { FocusVersion } from '#shared/contract/ledger.ts'
import { day } from '#shared/lib/day.ts'
import { femtos, focusLine } from '#tests/support/focus-lines.ts'
import { type Importing, openImporting } from '#tests/support/imports.ts'
import { client } from '#tests/support/people.ts'
import { readFocus } from '#tests/support/read-focus.ts'
import { writtenExport } from '#tests/support/written-export.ts'

const costs = (list: string, contracted: string, billed: string, effective: string) => ({
  list: femtos(list),
  contracted: femtos(contracted),
  billed: femtos(billed),
  effective: femtos(effective),
})
const plan = { commitmentId: 'sp-1' }
const planned = (status: string) => ({
  CommitmentDiscountCategory: 'Spend',
  CommitmentDiscountType: 'Savings Plan',
  CommitmentDiscountName: 'Plan "A"',
  CommitmentDiscountStatus: status,
  CommitmentDiscountUnit: 'USD',
})
const invoiced = (given: Partial<NonNullable<FocusLine['detail']>> = {}) => ({
  ...(focusLine().detail as NonNullable<FocusLine['detail']>),
  invoiceId: 'inv-7',
  ...given,
})
const unpriced = { listUnitPrice: null, contractedUnitPrice: null }

/** One of each kind of charge, with what is easily lost on the way. */
const lines: FocusLine[] = [
  focusLine({}, { chargeDescription: 'Сервер, "большой"\nвторая строка', tags: { команда: '=1+1', a: '' } }),
  focusLine({ detail: invoiced({ extra: { x_CostCenter: 'cc-1', x_Note: 'да' } }) }, { zone: 'eu-west-1a' }),
  focusLine({ ...costs('0.000000000000001', '0', '0', '0'), pricingQuantity: femtos('1'), detail: null }),
  focusLine({ ...costs('987654321012.123456789', '987654321012.123456789', '1', '2'), detail: null }),
  focusLine(
    { ...costs('4.608', '4.608', '0', '1.44'), commitmentQuantity: femtos('1.44'), detail: invoiced() },
    { ...plan, pricingCategory: 'Committed', more: planned('Used') },
  ),
  focusLine(
    { ...costs('0.36', '0.36', '0', '0.36'), commitmentQuantity: femtos('0.36'), consumedQuantity: null },
    { ...plan, pricingCategory: 'Committed', consumedUnit: null, more: planned('Unused') },
  ),
  focusLine(
    { ...costs('1.8', '1.8', '1.8', '0'), consumedQuantity: null, commitmentQuantity: femtos('1.8') },
    { ...plan, chargeCategory: 'Purchase', chargeFrequency: 'Recurring', consumedUnit: null },
  ),
  focusLine(
    {
      ...costs('0.61', '0.61', '0.61', '0.61'),
      pricingQuantity: null,
      consumedQuantity: null,
      detail: invoiced(unpriced),
    },
    {
      chargeCategory: 'Tax',
      chargeFrequency: 'One-Time',
      resourceRef: null,
      sku: null,
      region: null,
      more: null,
    },
  ),
  focusLine(
    { ...costs('-1', '-1', '-1', '-1'), pricingQuantity: null, consumedQuantity: null, detail: null },
    { chargeCategory: 'Credit', chargeFrequency: 'One-Time', currency: 'RUB', subAccount: 'dev' },
  ),
  focusLine(
    {
      ...costs('-0.4', '-0.32', '-0.32', '-0.32'),
      pricingQuantity: null,
      consumedQuantity: null,
      detail: null,
    },
    { chargeClass: 'Correction' },
  ),
  focusLine({ ...costs('-7', '-7', '-7', '-7') }, { service: 'Возврат', serviceCategory: 'Other' }),
]

/** The rows as a file of a provider, with columns of its own. */
function providerFile(version: FocusVersion): string {
  const make = createFocusRows(version)
  const names = columnsOf(version).map(({ name }) => name)
  const customs = ['x_CostCenter', 'x_Note']
  return [
    csvLine([...names, ...customs]),
    ...lines.map((line) => {
      const row = make(line, { name: 'Main', accountRef: '111122223333' })
      return csvLine([
        ...names.map((name) => row[name]),
        ...customs.map((name) => line.detail?.extra?.[name] ?? null),
      ])
    }),
  ].join('')
}

async function load(organisation: Importing, path: string): Promise<void> {
  const read = await organisation.read(path)
  expect(read).toMatchObject({ status: 'ready', rowsRejected: 0, rowsKept: lines.length })
  await organisation.ask('imports.commit', { id: read.id, mode: 'replace' })
}

async function exported(organisation: Importing, version: FocusVersion, path: string) {
  const filter = { from: day('2026-05-01'), to: day('2026-05-31') }
  const format = path.endsWith('.csv') ? 'csv' : 'parquet'
  const made = await writtenExport(organisation.backend, client('owner-of-the-organisation'), {
    filter,
    version,
    format,
  })
  expect(made).toMatchObject({ status: 'done', lines: lines.length, problem: null })
  copyFileSync(join(organisation.ports.paths.exportsFolder, `${made.id}.${format}`), path)
  const rows = (await readFocus(path)).map((row) => JSON.stringify(row))
  return { rows: rows.sort(), totals: (await organisation.ask('ledger.getTotals', { filter })).totals }
}

describe('an export that is imported again', () => {
  let folder = ''
  let first: Importing
  let second: Importing
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'infrazen-round-'))
    first = await openImporting(join(folder, 'one'))
    second = await openImporting(join(folder, 'two'))
    // Of the versions, 1.3 has both the old names and the new ones.
    await load(first, first.write('provider.csv', providerFile('1.3')))
  })
  afterAll(async () => {
    await first.close()
    await second.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    ['1.2', 'csv'],
    ['1.2', 'parquet'],
    ['1.4', 'csv'],
    ['1.0', 'parquet'],
  ] as const)('of FOCUS %s as %s has the same sums, keys and details', async (version, format) => {
    const out = join(folder, `out-${version}.${format}`)
    const before = await exported(first, version, out)
    await load(second, out)
    const after = await exported(second, version, join(folder, `again-${version}.${format}`))
    expect(after).toEqual(before)
  })
})
