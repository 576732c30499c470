import fc from 'fast-check'
import { expect, test } from 'vitest'
import { femtosAt } from '#main/core/ledger/column.ts'
import {
  createFigures,
  femtosOf,
  isBelow,
  NONE,
  putDecimal,
  scanDecimal,
} from '#main/core/ledger/decimal-scan.ts'
import { ExactSums } from '#main/core/ledger/exact-sums.ts'
import { figureColumns, SegmentBuilder } from '#main/core/ledger/segment-builder.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'

const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${max}}$`))
const decimal = fc
  .tuple(fc.constantFrom('', '-'), digits(12), fc.option(digits(18), { nil: null }))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`)
const small = fc.integer({ min: -90_000, max: 90_000 }).map((n) => (n / 100).toFixed(2))
const tiny = fc.constantFrom('0.000000000000001', '-0.1234567890123456789', '999999999999.999999999999999')

test('reads plain decimals from bytes exactly, whatever their length', () => {
  const figures = createFigures(1)
  fc.assert(
    fc.property(decimal, (text) => {
      const padded = new TextEncoder().encode(`7${text}7`)
      const isPlain = scanDecimal(padded, 1, padded.length - 1, figures, 0)
      if (!isPlain) expect(putDecimal(text, figures, 0)).toBe(true)
      expect(femtosOf(figures, 0)).toBe(parseDecimal(text))
      // Both ways leave the very same figure.
      const [value, scale] = [figures.values[0], figures.scales[0]]
      putDecimal(text, figures, 0)
      expect([figures.values[0], figures.scales[0]]).toEqual([value, scale])
    }),
    { numRuns: 1500 },
  )
})

test('takes no number for one', () => {
  const figures = createFigures(1)
  for (const text of ['', '-', '1,5', '1 000', '1-', 'abc', '1.2.3', '--1', '0x10', '1e']) {
    const bytes = new TextEncoder().encode(text)
    expect(scanDecimal(bytes, 0, bytes.length, figures, 0) || putDecimal(text, figures, 0)).toBe(false)
  }
})

test('knows what is below a trillion to the last digit', () => {
  const figures = createFigures(1)
  const isAmount = (text: string): boolean => putDecimal(text, figures, 0) && isBelow(figures, 0, 12)
  expect(isAmount('999999999999.999999999999999')).toBe(true)
  expect(isAmount('-999999999999')).toBe(true)
  expect(isAmount('1000000000000')).toBe(false)
  expect(isAmount('-1000000000000.000000000000001')).toBe(false)
})

test('columns give back every figure, and sums by group are exact', () => {
  const line = fc.tuple(
    fc.oneof(small, decimal, tiny),
    fc.option(small, { nil: null }),
    fc.integer({ min: 1, max: 31 }),
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
      const builder = new SegmentBuilder(3, 676)
      const figures = createFigures(figureColumns.length)
      lines.forEach(([cost, quantity, day], i) => {
        for (let at = 0; at < 4; at += 1) putDecimal(cost, figures, at)
        figures.scales.fill(NONE, 4)
        if (quantity !== null) putDecimal(quantity, figures, 5)
        builder.add(day, i * 300, i, -10_800, 86_400, i + 2, figures)
      })
      const segment = builder.build()
      expect(segment).toMatchObject({ account: 3, month: '2026-05', lines: lines.length })
      const { billed, pricingQuantity, consumedQuantity } = segment.numbers
      expect(pricingQuantity).toBeUndefined()
      const sums = new ExactSums()
      const groups = Int32Array.from(lines, (_, i) => (i % 4) - 1)
      sums.add(billed, groups, 3)
      sums.add(billed, groups, 3)
      const expected = [0n, 0n, 0n]
      lines.forEach(([cost, quantity, day], i) => {
        const femtos = parseDecimal(cost) ?? 0n
        expect(femtosAt(billed, i)).toBe(femtos)
        if (quantity !== null)
          expect(consumedQuantity && femtosAt(consumedQuantity, i)).toBe(parseDecimal(quantity))
        else expect(consumedQuantity ? femtosAt(consumedQuantity, i) : null).toBeNull()
        expect(segment.indexes.day[i]).toBe(day)
        expect(segment.indexes.key[i]).toBe(i * 300)
        expect(segment.indexes.startSecond[i]).toBe(-10_800)
        expect((segment.days >> (day - 1)) & 1).toBe(1)
        const group = (i % 4) - 1
        if (group >= 0) expected[group] = (expected[group] ?? 0n) + 2n * femtos
      })
      expect([0, 1, 2].map((group) => sums.of(group))).toEqual(expected)
      // What was built is gone from the builder.
      expect(builder.lines).toBe(0)
    }),
    { numRuns: 150 },
  )
})

test('sums stay exact where a double would not', () => {
  const sums = new ExactSums()
  const near = 2 ** 53 - 1
  const values = Float64Array.of(near, 1, near, -3, near)
  sums.add({ kind: 'scaled', scale: 15, values, nulls: null }, new Int32Array(5), 1)
  expect(sums.of(0)).toBe(3n * BigInt(near) - 2n)
})
