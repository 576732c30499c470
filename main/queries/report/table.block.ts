import type { DocBlock, DocRow, DocTable } from '#main/core/report/document.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { GroupView, SectionView } from '#shared/contract/explorer.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { openRows } from '../explorer-rows.query.ts'
import { type BlockOf, titleIn } from './block.ts'
import type { Report } from './report.ts'
import { type Figures, sectionTable } from './section-table.ts'
import { docTable, minus, plus } from './tables.ts'
import { unitPrices } from './unit-prices.ts'

/** So many rows are made at once. */
const SLICE = 250

/** Up to so many rows, what is left out stands as one row under them, so that the paper adds up. */
const MOST_WITH_REST = 1000

type Block = Pick<BlockOf<'table'>, 'id' | 'title' | 'limit'> & { hasUnitPrice?: boolean }

/** The groups of a view in the order that it has, a table for each currency or unit. */
export function tableBlocks(report: Report, block: Block, view: ViewSpec): DocBlock[] {
  const chart = report.chartOf(block.id, { ...view, top: 1 })
  const title = block.title || report.t.titles.costs
  if (chart.sections.length === 0) return [report.untold(block.id, title, 'data.none')]
  return chart.sections.map((section) => ({
    kind: 'table',
    id: block.id,
    title: titleIn(title, section.unit, chart.sections.length),
    table: tableOf(report, { block, view, chart, section }),
  }))
}

type Asked = {
  block: Block
  view: ViewSpec
  chart: CallOutput<'explorer.getChart'>
  section: SectionView
}

function tableOf(report: Report, { block, view, chart, section }: Asked): DocTable {
  const { costScope, options } = report
  const { limit } = block
  const { groupBy, bins } = chart
  const shape = sectionTable(report, { view, groupBy, bins, section })
  const prices = block.hasUnitPrice && section.isCurrency ? unitPrices(report, view) : null
  const priced = (row: DocRow, group: GroupView | null): DocRow =>
    prices ? { ...row, cells: [...row.cells, ...(group ? prices.cells(group) : prices.none)] } : row
  const rowOf = (group: GroupView): DocRow => priced(shape.rowOf(group), group)
  const open = () => openRows(costScope, { spec: view, unit: section.unit, search: '' })
  const count = section.total.groups
  const total = priced(shape.totalRow(), null)
  const columns = [...shape.columns, ...(prices?.columns(section.unit as Currency) ?? [])]
  const { isPreview } = options

  if (limit !== null && limit < count && limit <= MOST_WITH_REST) {
    const { rows, view: viewRows } = open()
    const shown = viewRows(rows.subarray(0, limit))
    const rest = shape.restRow(restOf(section.total, shown), count - shown.length)
    const made = [...shown.map(rowOf), priced(rest, null)]
    return docTable({ columns, rows: () => made, count: made.length, total }, { limit: null, isPreview })
  }
  return docTable({ columns, rows: all, count, total }, { limit, isPreview })

  function* all(): Generator<DocRow> {
    const { rows, view: viewRows } = open()
    for (let from = 0; from < rows.length; from += SLICE)
      yield* viewRows(rows.subarray(from, from + SLICE)).map(rowOf)
  }
}

/** What the shown ones leave of the total. */
function restOf(total: Figures, shown: readonly GroupView[]): Figures {
  const left = (whole: string, of: (one: GroupView) => string | null | undefined): string =>
    minus(whole, plus(shown.map((one) => of(one) ?? null)))
  const isCompared = shown.every(({ before }) => before !== null)
  return {
    total: left(total.total, (one) => one.total),
    amounts: total.amounts.map((amount, at) => left(amount, (one) => one.amounts[at])),
    before: total.before === null || !isCompared ? null : left(total.before, (one) => one.before),
  }
}
