import { describe, expect, it } from 'vitest'
import { compareFigures } from '#main/core/archive/compare.ts'
import { figuresOf } from '#main/core/archive/figures.ts'
import type { DocBlock, DocRow, DocTable } from '#main/core/report/document.ts'

const tableOf = (rows: DocRow[], total: DocRow | null = null, rowCount = rows.length): DocTable => ({
  columns: [
    { key: 'name', title: 'Сервис', kind: 'text', unit: null, isSummed: false, weight: 2 },
    { key: 'cost', title: 'Расход', kind: 'money', unit: 'RUB', isSummed: true, weight: 1 },
  ],
  rowCount,
  rows: () => rows,
  total,
  left: 0,
  note: null,
})
const kept = (table: DocTable, id = 'costs') => [
  ...figuresOf({ blocks: [{ kind: 'table', id, title: 'Сервисы', table } satisfies DocBlock] }),
]
const row = (name: string, cost: string, facts: Partial<DocRow> = {}): DocRow => ({
  cells: [name, cost],
  ...facts,
})

describe('figures that are kept', () => {
  it('stand under their headings, with what they are counted in', () => {
    const figures = kept(
      tableOf(
        [
          { cells: ['AWS', null], role: 'head', level: 0 },
          row('EC2', '10', { level: 1 }),
          row('S3', '2', { level: 1, unit: 'USD' }),
          row('Прочее', '1'),
        ],
        row('Итого', '11'),
      ),
    )
    expect(figures.map(({ name, unit, value }) => [name, unit, value])).toEqual([
      ['AWS / EC2', 'RUB', '10'],
      ['AWS / S3', 'USD', '2'],
      ['Прочее', 'RUB', '1'],
      ['Итого', 'RUB', '11'],
    ])
  })

  it('leave out the rows of a table that nobody compares by eye, and not its total', () => {
    const figures = kept(tableOf([row('EC2', '10')], row('Итого', '10'), 20_001))
    expect(figures.map(({ name }) => name)).toEqual(['Итого'])
  })
})

describe('two reports', () => {
  it('are compared by block, row, column and currency, the later one’s order first', () => {
    const before = kept(tableOf([row('EC2', '10'), row('S3', '2'), row('RDS', '5')]))
    const after = kept(tableOf([row('RDS', '5'), row('EC2', '12'), row('S3', '2', { unit: 'USD' })]))
    expect(compareFigures(before, after)).toEqual({
      same: 1,
      items: [
        { block: 'Сервисы', name: 'EC2', column: 'Расход', unit: 'RUB', before: '10', after: '12' },
        { block: 'Сервисы', name: 'S3', column: 'Расход', unit: 'USD', before: null, after: '2' },
        { block: 'Сервисы', name: 'S3', column: 'Расход', unit: 'RUB', before: '2', after: null },
      ],
    })
  })

  it('tell rows of one name apart by their order', () => {
    const before = kept(tableOf([row('—', '1'), row('—', '2')]))
    const after = kept(tableOf([row('—', '1'), row('—', '3')]))
    expect(compareFigures(before, after)).toMatchObject({ same: 1, items: [{ before: '2', after: '3' }] })
  })
})
