import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { floatText, scaledText } from '#main/importers/parquet/values.ts'
import {
  type Codec,
  creditList,
  decimal,
  double,
  instant,
  map,
  struct,
  text,
  writeParquet,
} from '#tests/support/parquet-file.ts'
import { look, readLines, readToEnd } from '#tests/support/read-delivery.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const START = new Date('2026-05-04T00:00:00Z')
const END = new Date('2026-05-05T00:00:00Z')
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

/** A table of FOCUS with the given costs, whole numbers of 10^-10. */
const focus = (costs: bigint[], type: Parameters<typeof decimal>[3] = 'FIXED_LEN_BYTE_ARRAY') => [
  ...['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'].map((name) =>
    decimal(name, costs, 10, type),
  ),
  text('BillingAccountId', times(costs.length, '111122223333')),
  text('BillingCurrency', times(costs.length, 'USD')),
  text('ChargeCategory', times(costs.length, 'Usage')),
  instant('ChargePeriodStart', times(costs.length, START)),
  instant('ChargePeriodEnd', times(costs.length, END)),
  text('ServiceName', times(costs.length, 'Amazon EC2')),
  text('ProviderName', times(costs.length, 'AWS')),
  map('Tags', times(costs.length, { team: 'shop', 'aws:x': null })),
  double('x_Number', times(costs.length, 0.1)),
]

describe('Parquet of FOCUS', () => {
  test.each(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD'] as Codec[])('%s', async (codec) => {
    const path = writeParquet(join(tempFolder(), 'focus.parquet'), focus([15_000_000_000n, -1n]), { codec })
    const { source, reading, lines, sum } = await readLines(path)
    expect(source).toBe('focus')
    expect(reading).toMatchObject({
      format: 'parquet',
      compression: codec === 'UNCOMPRESSED' ? 'none' : codec.toLowerCase(),
    })
    expect(sum('billed')).toBe('1.4999999999')
    expect(lines[0]).toMatchObject({
      startMs: START.getTime(),
      endMs: END.getTime(),
      key: { tags: { team: 'shop' } },
      detail: { extra: { x_Number: '0.1' } },
    })
  })

  test.each(['INT64', 'FIXED_LEN_BYTE_ARRAY', 'BYTE_ARRAY'] as const)(
    'decimals in %s lose no digit',
    async (type) => {
      const big = 123_456_789_012_345_678n
      const path = writeParquet(join(tempFolder(), 'focus.parquet'), focus([big, -big, 1n, 0n], type))
      const { lines } = await readLines(path)
      expect(lines.map(({ billed }) => billed)).toEqual([
        '12345678.9012345678',
        '-12345678.9012345678',
        '0.0000000001',
        '0.0000000000',
      ])
    },
  )

  test('row groups and slices are read in order, each row once', async () => {
    const costs = Array.from({ length: 2_500 }, (_, i) => BigInt(i))
    const path = writeParquet(join(tempFolder(), 'focus.parquet'), focus(costs), { rowGroupSize: 700 })
    const end = await readToEnd(path)
    expect(end).toMatchObject({ status: 'read', rowsIn: 2500, rowsKept: 2500 })
    const { lines } = await readLines(path)
    expect(lines.map(({ billed }) => BigInt(billed.replace('.', '')))).toEqual(costs)
  })

  test('micros and nanos are instants too', async () => {
    const fields = focus([1n]).filter(({ name }) => !name.startsWith('ChargePeriod'))
    const path = writeParquet(join(tempFolder(), 'focus.parquet'), [
      ...fields,
      instant('ChargePeriodStart', [BigInt(START.getTime()) * 1000n], 'MICROS'),
      instant('ChargePeriodEnd', [BigInt(END.getTime()) * 1_000_000n], 'NANOS'),
    ])
    const { lines } = await readLines(path)
    expect(lines[0]).toMatchObject({ startMs: START.getTime(), endMs: END.getTime() })
  })

  test('a cost that is a structure is refused with its name', async () => {
    const fields = focus([1n]).filter(({ name }) => name !== 'BilledCost')
    const path = writeParquet(join(tempFolder(), 'nested.parquet'), [
      ...fields,
      struct('BilledCost', [{ amount: '1' }], ['amount']),
    ])
    await expect(look(path)).rejects.toMatchObject({
      code: 'import.nested',
      details: { column: 'BilledCost' },
    })
  })

  test('a file that was cut, or whose bytes are others, is damaged', async () => {
    const folder = tempFolder()
    const costs = Array.from({ length: 500 }, (_, i) => BigInt(i) * 7919n)
    const whole = readFileSync(writeParquet(join(folder, 'a.parquet'), focus(costs), { codec: 'GZIP' }))
    const cut = join(folder, 'cut.parquet')
    writeFileSync(cut, whole.subarray(0, whole.length - 20))
    await expect(look(cut)).rejects.toMatchObject({ code: 'import.badParquet' })
    const bad = join(folder, 'bad.parquet')
    writeFileSync(bad, Buffer.from(whole).fill(0xee, 60, 260))
    await expect(look(bad)).rejects.toMatchObject({ code: 'import.badParquet' })
  })

  test('no rows is a header only', async () => {
    const path = writeParquet(join(tempFolder(), 'none.parquet'), focus([]))
    await expect(look(path)).rejects.toMatchObject({ code: 'import.headerOnly' })
  })
})

describe('Parquet of providers', () => {
  test('Google: structures and credits in lists', async () => {
    const path = writeParquet(join(tempFolder(), 'gcp.parquet'), [
      text('billing_account_id', ['01AB02-FAKE']),
      struct('service', [{ id: 'S', description: 'Compute Engine' }], ['id', 'description']),
      struct('sku', [{ id: 'K', description: 'Core' }], ['id', 'description']),
      struct('project', [{ id: 'shop', name: 'Shop' }], ['id', 'name']),
      struct('location', [{ region: 'europe-west1' }], ['region']),
      instant('usage_start_time', [new Date('2026-05-04T07:00:00Z')]),
      instant('usage_end_time', [new Date('2026-05-04T08:00:00Z')]),
      double('cost', [1.05]),
      text('currency', ['EUR']),
      creditList('credits', [
        [
          { name: 'a', amount: -0.1 },
          { name: 'b', amount: -0.015 },
        ],
      ]),
      map('labels', [{ team: 'shop' }]),
    ])
    const { source, lines, sum } = await readLines(path)
    expect(source).toBe('gcp')
    expect(sum('billed')).toBe('0.935')
    expect(lines[0]?.key).toMatchObject({
      service: 'Compute Engine',
      subAccount: 'shop',
      sku: 'K',
      tags: { team: 'shop' },
    })
  })

  test('AWS: maps of products and tags', async () => {
    const path = writeParquet(join(tempFolder(), 'cur.parquet'), [
      text('bill_payer_account_id', ['1']),
      text('line_item_usage_account_id', ['2']),
      text('line_item_line_item_type', ['Usage']),
      instant('line_item_usage_start_date', [START]),
      instant('line_item_usage_end_date', [END]),
      text('line_item_product_code', ['AmazonEC2']),
      text('line_item_currency_code', ['USD']),
      double('line_item_unblended_cost', [0.30000000000000004]),
      double('pricing_public_on_demand_cost', [1e-7]),
      map('product', [{ product_name: 'Amazon Elastic Compute Cloud' }]),
      map('resource_tags', [{ user_team: 'shop' }]),
    ])
    const { source, lines } = await readLines(path)
    expect(source).toBe('awsCur')
    expect(lines[0]).toMatchObject({
      billed: '0.30000000000000004',
      list: '1e-7',
      key: { service: 'Amazon Elastic Compute Cloud', tags: { user_team: 'shop' } },
    })
  })
})

test('whole numbers of a scale become text without loss', () => {
  expect(scaledText(-5, 3)).toBe('-0.005')
  expect(scaledText(5n, 0)).toBe('5')
  expect(scaledText(12n, -2)).toBe('1200')
  expect(scaledText(Uint8Array.from([0xff, 0x38]), 2)).toBe('-2.00')
  expect(floatText(Math.fround(0.1))).toBe('0.1')
})
