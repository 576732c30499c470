import type { DocBlock, DocRow, DocTable } from '#main/core/report/document.ts'
import { pivotOf } from '#main/core/report/pivot.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { SectionView } from '#shared/contract/explorer.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { openRows } from '../explorer-rows.query.ts'
import { type BlockOf, titleIn } from './block.ts'
import type { Report } from './report.ts'
import { names } from './section-table.ts'
import { tableBlocks } from './table.block.ts'
import { docTable, moneyColumn, plainColumn, plus, textColumn } from './tables.ts'

/** Paper is not wider than so many columns. */
const MOST_ACROSS = 8

/** Two dimensions and more as a cross table: the last goes across. Of one dimension it is a table. */
export function pivotBlocks(report: Report, block: BlockOf<'pivot'>): DocBlock[] {
  const view: ViewSpec = { ...report.viewOf(block), granularity: 'total', comparison: 'none' }
  const chart = report.chartOf(block.id, { ...view, top: 1 })
  const title = block.title || report.t.titles.costs
  if (chart.groupBy.length < 2) return tableBlocks(report, block, view)
  if (chart.sections.length === 0) return [report.untold(block.id, title, 'data.none')]
  return chart.sections.map((section) => ({
    kind: 'table',
    id: block.id,
    title: titleIn(title, section.unit, chart.sections.length),
    table: crossOf(report, view, section, block.limit),
  }))
}

function crossOf(report: Report, view: ViewSpec, section: SectionView, limit: number | null): DocTable {
  const { costScope, t, words } = report
  const { unit, isCurrency, total } = section
  const { question, rows, view: viewRows } = openRows(costScope, { spec: view, unit, search: '' })
  const down = question.groupBy.slice(0, -1)
  const last = question.groupBy.at(-1) ?? 'service'
  const named = names(report, down)
  const { columns, lines } = pivotOf(
    viewRows(rows).map((group) => ({
      names: named.of(group).map((name) => name ?? ''),
      column: words.labelOf(last, group.keys.at(-1) ?? null, group.labels.at(-1) ?? null),
      amount: group.total,
    })),
    Math.min(view.top, MOST_ACROSS),
  )
  const figure = (key: string, name: string) =>
    isCurrency
      ? moneyColumn({ key, title: name }, unit as Currency)
      : plainColumn(key, unit === '' ? name : `${name}, ${unit}`, 'number', true)
  const made = lines.map(
    ({ names: own, amounts, total: sum }): DocRow => ({ cells: [...own, ...amounts, sum] }),
  )
  const totals = columns.map((_, at) => plus(lines.map(({ amounts }) => amounts[at] ?? null)))
  const first = limit === null ? made : made.slice(0, limit)
  const left = lines.slice(first.length)
  const gathered: DocRow[] =
    left.length === 0
      ? []
      : [
          {
            cells: [
              `${t.rest} (${left.length})`,
              ...named.columns.slice(1).map(() => null),
              ...columns.map((_, at) => plus(left.map(({ amounts }) => amounts[at] ?? null))),
              plus(left.map((line) => line.total)),
            ],
          },
        ]
  const shown = [...first, ...gathered]
  return docTable(
    {
      columns: [
        ...named.columns.map(({ key, title, weight }) => textColumn(key, title, weight)),
        ...columns.map(({ name, count }, at) => figure(`c${at + 1}`, name ?? `${t.rest} (${count})`)),
        figure('total', t.columns.total),
      ],
      rows: () => shown,
      count: shown.length,
      total: {
        cells: [t.total, ...named.columns.slice(1).map(() => null), ...totals, total.total],
        role: 'sum',
      },
    },
    { limit: null, isPreview: report.options.isPreview },
  )
}
