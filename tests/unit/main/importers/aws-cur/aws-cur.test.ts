import { describe, expect, test } from 'vitest'
import { fixture, readLines } from '#tests/support/read-delivery.ts'

describe('AWS Cost and Usage Report', () => {
  test('2.0: each kind of line item has its four costs', async () => {
    const { source, lines, rejected, sum } = await readLines(fixture('aws-cur2.csv'))
    expect(source).toBe('awsCur')
    expect(rejected).toEqual([])
    expect(
      lines.map((line) => [
        line.detail.extra?.x_LineItemType,
        line.key.chargeCategory,
        line.billed,
        line.effective,
        line.list,
        line.contracted,
      ]),
    ).toEqual([
      ['Usage', 'Usage', '0.0960000000', '0.0960000000', '0.0960000000', '0.0960000000'],
      ['SavingsPlanCoveredUsage', 'Usage', '0.096', '0.06', '0.096', '0.096'],
      ['SavingsPlanNegation', 'Adjustment', '-0.096', '0', '0', '0'],
      ['SavingsPlanRecurringFee', 'Purchase', '0.1', '0.04', '0.1', '0.1'],
      ['DiscountedUsage', 'Usage', '0', '0.12', '0.2', '0.2'],
      ['RIFee', 'Purchase', '37.2', '3.75', '37.2', '37.2'],
      ['Tax', 'Tax', '0.61', '0.61', '0.61', '0.61'],
      ['Credit', 'Credit', '-1', '-1', '-1', '-1'],
      ['Refund', 'Adjustment', '-2.5E-1', '-2.5E-1', '-2.5E-1', '-2.5E-1'],
    ])
    expect(sum('billed')).toBe('36.756')
    expect(lines[0]?.key).toMatchObject({
      billingAccount: '111122223333',
      subAccount: '444455556666',
      service: 'Amazon Elastic Compute Cloud',
      serviceCategory: 'Compute',
      region: 'eu-west-1',
      tags: { user_team: 'shop' },
    })
    expect(lines[1]?.key.more).toMatchObject({
      CommitmentDiscountCategory: 'Spend',
      CommitmentDiscountStatus: 'Used',
    })
    expect(lines[0]?.detail).toMatchObject({ invoiceId: 'INV1', billingPeriodEnd: '2026-06-01T00:00:00Z' })
  })

  test('legacy names, with net costs: a discount counts once', async () => {
    const { source, lines, sum } = await readLines(fixture('aws-cur-legacy-net.csv'))
    expect(source).toBe('awsCur')
    expect(sum('billed')).toBe('0.2185')
    expect(lines[0]).toMatchObject({ list: '0.25', contracted: '0.23', key: { tags: { team: 'shop' } } })
  })
})
