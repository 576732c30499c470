import type { DocBlock, DocRow, DocTable } from '#main/core/report/document.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { GroupView, SectionView } from '#shared/contract/explorer.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { openRows } from '../explorer-rows.query.ts'
import { type BlockOf, titleIn } from './block.ts'
import type { Report } from './report.ts'
import { type Figures, sectionTable } from './section-table.ts'
import { docTable, minus, plus } from './tables.ts'

/** So many rows are made at once. */
const SLICE = 250

/** Up to so many rows, what is left out stands as one row under them, so that the paper adds up. */
const MOST_WITH_REST = 1000

/** The groups of a view in the order that it has, a table for each currency or unit. */
export function tableBlocks(report: Report, block: BlockOf<'table'>): DocBlock[] {
  const view = report.viewOf(block)
  const chart = report.chartOf(block.id, { ...view, top: 1 })
  const title = block.title || report.t.titles.costs
  if (chart.sections.length === 0) return [report.untold(block.id, title, 'data.none')]
  return chart.sections.map((section) => ({
    kind: 'table',
    id: block.id,
    title: titleIn(title, section.unit, chart.sections.length),
    table: tableOf(report, { view, chart, section, limit: block.limit }),
  }))
}

type Asked = {
  view: ViewSpec
  chart: CallOutput<'explorer.getChart'>
  section: SectionView
  limit: number | null
}

function tableOf(report: Report, { view, chart, section, limit }: Asked): DocTable {
  const { scope, options } = report
  const { groupBy, bins } = chart
  const shape = sectionTable(report, { view, groupBy, bins, section })
  const open = () => openRows(scope, { spec: view, unit: section.unit, search: '' })
  const count = section.total.groups
  const total = shape.totalRow()
  const { isPreview } = options

  if (limit !== null && limit < count && limit <= MOST_WITH_REST) {
    const { rows, view: viewRows } = open()
    const shown = viewRows(rows.subarray(0, limit))
    const made: DocRow[] = [
      ...shown.map(shape.rowOf),
      shape.restRow(restOf(section.total, shown), count - shown.length),
    ]
    return docTable(
      { columns: shape.columns, rows: () => made, count: made.length, total },
      { limit: null, isPreview },
    )
  }
  return docTable({ columns: shape.columns, rows, count, total }, { limit, isPreview })

  function* rows(): Generator<DocRow> {
    const { rows: all, view: viewRows } = open()
    for (let from = 0; from < all.length; from += SLICE)
      yield* viewRows(all.subarray(from, from + SLICE)).map(shape.rowOf)
  }
}

/** What the shown ones leave of the total. */
export function restOf(total: Figures, shown: readonly (Figures | GroupView)[]): Figures {
  const left = (whole: string, parts: readonly (string | null)[]): string => minus(whole, plus(parts))
  const isCompared = shown.every(({ before }) => before !== null)
  return {
    total: left(
      total.total,
      shown.map((one) => one.total),
    ),
    amounts: total.amounts.map((amount, at) =>
      left(
        amount,
        shown.map((one) => one.amounts[at] ?? '0'),
      ),
    ),
    before:
      total.before === null || !isCompared
        ? null
        : left(
            total.before,
            shown.map((one) => one.before),
          ),
  }
}
