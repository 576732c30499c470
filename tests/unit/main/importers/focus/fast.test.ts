import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RowShape } from '#main/importers/csv/row.ts'
import { CsvScanner } from '#main/importers/csv/scan.ts'
import { FastFocus } from '#main/importers/focus/fast.ts'
import { rowTaker } from '#main/importers/focus/read-csv.ts'
import type { LineSink } from '#main/importers/line-sink.ts'
import type { Collector } from '#main/importers/sink/collector.ts'
import { collect } from '#tests/support/collected.ts'

const COLUMNS = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'BillingAccountId',
  'BillingAccountName',
  'ProviderName',
  'ResourceId',
  'Tags',
  'BillingCurrency',
  'ChargeCategory',
  'ServiceName',
  'SkuMeter',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'BillingPeriodStart',
  'PricingQuantity',
  'ListUnitPrice',
  'x_Note',
  'ConsumedQuantity',
]

const nasty = fc.constantFrom('', ' ', 'NULL', 'null', 'N/A', '"', 'é😀', '-', '1,5', 'a\nb', ' 7 ', '\ufeff')
const usual = (...values: string[]) => fc.oneof({ weight: 120, arbitrary: fc.constantFrom(...values) }, nasty)
const amount = fc.oneof(
  { weight: 120, arbitrary: fc.integer({ min: -99_999, max: 999_999 }).map((n) => String(n / 1000)) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.bigInt(0n, 10n ** 20n), fc.integer({ min: 0, max: 20 }))
      .map(([digits, places]) => `${digits}.${'0'.repeat(places)}${digits % 997n}`),
  },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '0',
      '-0',
      '0.000',
      '+5',
      '.5',
      '5.',
      '35.2E-7',
      '1e3',
      '1e13',
      '-12.5000',
      '9007199254740993',
      '007',
      '1e-20',
    ),
  },
  nasty,
)
const anyInstant = usual(
  '2026-05-01T00:00:00Z',
  '2026-05-01 21:30:00',
  '2026-05-02',
  '2026-05-31T23:59:59.5Z',
  '2026-06-01T00:00:00+03:00',
  '2026-02-30T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '2099-01-01T00:00:00Z',
  '2005-03-01T00:00:00Z',
  '2027-01-05T00:00:00Z',
)
const atHour = (hour: number): string => new Date(Date.UTC(2026, 3, 30, hour)).toISOString().slice(0, 19)
const start = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 0, max: 900 }).map((hour) => `${atHour(hour)}Z`) },
  { weight: 1, arbitrary: anyInstant },
)
const end = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 901, max: 1000 }).map(atHour) },
  { weight: 1, arbitrary: anyInstant },
)
const row = fc.tuple(
  amount,
  amount,
  amount,
  usual('acc-1', 'acc-2'),
  usual('Первый', 'Second'),
  usual('AWS', 'Yandex Cloud', 'Microsoft', 'Кто-то'),
  usual('r-1', 'r-2', 'a,b'),
  usual('{"a":"1","b":true}', '{"b":true,"a":"1"}', '{}', '[{"key":"k","value":"v"}]'),
  usual('RUB', 'usd', 'EUR'),
  usual('Usage', 'usage', 'Tax', 'Credit'),
  usual('Compute', 'Storage'),
  usual('meter', 'other'),
  start,
  end,
  usual('2026-05-01', '2026-01-01T00:00:00Z'),
  amount,
  amount,
  usual('note'),
  amount,
)
const special = fc.constantFrom(COLUMNS, ['Итого', '', '12.5'], ['too', 'few'], [...COLUMNS, 'more'])
const rows = fc.array(fc.oneof({ weight: 20, arbitrary: row }, { weight: 1, arbitrary: special }), {
  minLength: 1,
  maxLength: 40,
})

const cellText = (value: string, style: number): string =>
  /[",\r\n]/.test(value) || style === 0 ? `"${value.replaceAll('"', '""')}"` : value

function put(sink: LineSink, csv: string): void {
  let take: ((row: RowShape) => void) | null = null
  const file = { name: 'f.csv', fileIndex: 0 }
  const scanner = new CsvScanner(
    ',',
    (row) => {
      if (take) take(row)
      else take = rowTaker(row, file, {}, sink)
    },
    FastFocus.memory,
  )
  scanner.push(new TextEncoder().encode(csv))
  scanner.finish()
}

/** The same sink, not known for one that has a quick way. */
const slowly = (sink: Collector): LineSink => ({
  line: (line, at, raw) => sink.line(line, at, raw),
  reject: (rejected) => sink.reject(rejected),
  total: (rejected, said) => sink.total(rejected, said),
})

test('the way by bytes and the way by texts give the same keys, segments, sums and rejections', () => {
  let [kept, rejected] = [0, 0]
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 4 }), fc.boolean(), (generated, style, dropsRepeats) => {
      const lines = [COLUMNS, ...generated].map((cells, i) =>
        cells.map((value, j) => cellText(value, i === 0 ? 1 : (i + j) % (style + 1))).join(','),
      )
      // Rows that repeat, so that keys do too.
      const csv = [...lines, ...lines.slice(1, 6)].join('\n')
      const fast = collect((sink) => put(sink, csv), { dropsRepeats })
      const slow = collect((sink) => put(slowly(sink), csv), { dropsRepeats })
      expect(fast).toEqual(slow)
      if ('rowsIn' in fast.end) {
        kept += fast.end.rowsKept
        rejected += fast.end.rowsRejected
        expect(fast.end.rowsIn).toBe(lines.length - 1 + Math.min(5, generated.length))
        expect(fast.end.rowsKept + fast.end.rowsRejected).toBe(fast.end.rowsIn)
      }
    }),
    { numRuns: 300 },
  )
  // Both kinds were met often enough for the comparison to mean something.
  expect(kept).toBeGreaterThan(500)
  expect(rejected).toBeGreaterThan(500)
})
