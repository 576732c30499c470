import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRows } from '#main/core/focus/check.ts'
import { columnsOf } from '#main/core/focus/columns.ts'
import { createFocusRows } from '#main/core/focus/row.ts'
import { focusVersions } from '#shared/contract/ledger.ts'
import { anyFocusLine, femtos, focusLine } from '#tests/support/focus-lines.ts'

const account = { name: 'Production', accountRef: 'acc-1' }
const rowOf = (line = focusLine(), version: (typeof focusVersions)[number] = '1.2') =>
  createFocusRows(version)(line, account)

describe('a row of FOCUS', () => {
  it('breaks no rule of any version, whatever line of whatever source it is made of', () => {
    fc.assert(
      fc.property(fc.array(anyFocusLine, { minLength: 1, maxLength: 12 }), (lines) => {
        for (const version of focusVersions) {
          const make = createFocusRows(version)
          const rows = lines.map((line) => make(line, account))
          expect([...checkRows(rows, version)]).toEqual([])
          for (const [index, line] of lines.entries()) {
            const row = rows[index]
            const costs = [row?.BilledCost, row?.EffectiveCost, row?.ListCost, row?.ContractedCost]
            expect(costs.map((text) => femtos(text ?? ''))).toEqual([
              line.billed,
              line.effective,
              line.list,
              line.contracted,
            ])
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('has 43, 50, 57, 65 and 65 columns', () => {
    expect(focusVersions.map((version) => columnsOf(version).length)).toEqual([43, 50, 57, 65, 65])
  })

  it('keeps prices that make the costs', () => {
    expect(rowOf()).toMatchObject({
      ListUnitPrice: '0.192',
      ContractedUnitPrice: '0.18',
      PricingUnit: 'Hours',
    })
  })

  it('tells the price that the cost comes to where the source tells none', () => {
    const row = rowOf(focusLine({ detail: null }))
    expect(row).toMatchObject({ ListUnitPrice: '0.192', ContractedUnitPrice: '0.18' })
  })
})
