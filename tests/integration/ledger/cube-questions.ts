import fc from 'fast-check'
import type { CubeDimension, LedgerWhere } from '#main/ports/ledger.ts'

export const DIMENSIONS: CubeDimension[] = [
  'provider',
  'connection',
  'subAccount',
  'project',
  'service',
  'region',
  'resource',
  'chargeCategory',
  'invoice',
  'environment',
  'owner',
  'businessUnit',
  'tag:team',
  'virtual:a',
  'virtual:b',
  'virtual:gone',
]

const condition = fc.oneof(
  fc.record({
    dimension: fc.constantFrom(...DIMENSIONS),
    op: fc.constantFrom('is', 'isNot', 'contains', 'notContains', 'startsWith'),
    values: fc.subarray(
      ['c1', 'Compute', 'магазин', 'юг', 'А', 'A-1', 'r-1', 'данных', 'server', 'склад', 'sub'],
      {
        maxLength: 4,
      },
    ),
  }),
  fc.record({
    dimension: fc.constantFrom(...DIMENSIONS),
    op: fc.constantFrom('empty', 'notEmpty'),
    values: fc.constant([]),
  }),
)
/** Groups of conditions, many of which keep something. */
export const where: fc.Arbitrary<LedgerWhere> = fc.array(
  fc.array(condition, { minLength: 1, maxLength: 3 }),
  {
    maxLength: 3,
  },
) as fc.Arbitrary<LedgerWhere>
