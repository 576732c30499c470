import { describe, expect, it } from 'vitest'
import { sumCells } from '#renderer/ui/grid/sum-cells.ts'
import type { GridCell, GridRow } from '#renderer/ui/grid/types.ts'

const row = (...cells: GridCell[]): GridRow => ({ key: '', cells })
const of = (exact: string, unit?: string): GridCell => ({
  text: exact,
  exact,
  ...(unit === undefined ? {} : { unit }),
})

describe('sums of what is selected', () => {
  it('are exact where floats are not', () => {
    const rows = [of('0.1', 'RUB'), of('0.2', 'RUB'), of('90071992547409930.000000000000001', 'RUB')].map(
      (cell) => row(cell),
    )
    expect(sumCells(rows, 0, 0).units).toEqual([
      {
        unit: 'RUB',
        sum: '90071992547409930.300000000000001',
        average: '30023997515803310.1',
        count: 3,
      },
    ])
  })

  it('keep currencies and quantities apart, and leave out what is no figure', () => {
    const rows = [
      row(of('10', 'RUB'), of('3', 'USD'), { text: 'web-1' }, of('0.5')),
      row(of('5', 'RUB'), { text: '—', exact: '', unit: 'USD' }, { text: '' }, of('0.1')),
    ]
    const { filled, units } = sumCells(rows, 0, 3)
    expect(filled).toBe(6)
    expect(units.map(({ unit, sum, count }) => [unit, sum, count])).toEqual([
      ['RUB', '15', 2],
      ['USD', '3', 1],
    ])
  })
})
