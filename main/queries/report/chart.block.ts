import { binTitle } from '#main/core/export/bin-title.ts'
import type { DocBlock, DocTable } from '#main/core/report/document.ts'
import type { ReportChart } from '#shared/charts/report-chart.ts'
import type { Granularity, ViewSpec } from '#shared/contract/costs.ts'
import type { BinView, SectionView } from '#shared/contract/explorer.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { weekdayOf } from '#shared/lib/day.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { formatDayShort, formatMonthShort } from '#shared/lib/format-time.ts'
import { type BlockOf, titleIn } from './block.ts'
import { pivotBlocks } from './pivot.block.ts'
import type { Report } from './report.ts'
import { names, sectionTable } from './section-table.ts'
import { tableBlocks } from './table.block.ts'
import { docTable } from './tables.ts'
import { waterfallBlocks } from './waterfall.block.ts'

/** A view as a picture, one for each currency; the table under it is what it shows. A look that is none is a table. */
export function chartBlocks(report: Report, block: BlockOf<'chart'>): DocBlock[] {
  const { look } = block.view
  if (look === 'waterfall') return waterfallBlocks(report, { ...block, kind: 'waterfall' })
  if (look === 'pivot') return pivotBlocks(report, { ...block, kind: 'pivot', limit: null })
  if (look === 'table' || look === 'number' || look === 'usage')
    return tableBlocks(report, { ...block, limit: null }, report.viewOf(block))
  const view = report.viewOf(block)
  const chart = report.chartOf(block.id, view)
  const title = block.title || report.t.titles.costs
  if (chart.sections.length === 0) return [report.untold(block.id, title, 'data.none')]
  return chart.sections.map((section) => ({
    kind: 'chart',
    id: block.id,
    title: titleIn(title, section.unit, chart.sections.length),
    chart: pictureOf(report, { view, chart, section }),
    height: block.height,
    table: tableOf(report, { view, chart, section }),
  }))
}

type Of = { view: ViewSpec; chart: CallOutput<'explorer.getChart'>; section: SectionView }

function tableOf(report: Report, { view, chart, section }: Of): DocTable {
  const shape = sectionTable(report, { view, groupBy: chart.groupBy, bins: chart.bins, section })
  const rows = [
    ...section.groups.map(shape.rowOf),
    ...(section.rest ? [shape.restRow(section.rest, section.rest.groups)] : []),
  ]
  return docTable(
    { columns: shape.columns, rows: () => rows, count: rows.length, total: shape.totalRow() },
    { limit: null, isPreview: report.options.isPreview },
  )
}

function pictureOf(report: Report, { view, chart, section }: Of): ReportChart {
  const { unit, rest, total } = section
  const { of } = names(report, chart.groupBy)
  const parts = section.groups.map((group, rank) => ({
    id: JSON.stringify(group.keys),
    label: of(group)
      .filter((_, at) => !isRef(chart.groupBy, at))
      .join(' / '),
    rank,
    group,
  }))
  const restPart = rest && {
    id: '*rest',
    label: `${report.t.rest} (${rest.groups})`,
    rank: parts.length,
    isRest: true,
  }
  if (view.look === 'pie' || view.look === 'treemap')
    return {
      kind: view.look,
      unit,
      pieces: [
        ...parts.map(({ group, ...part }) => ({ ...part, amount: group.total })),
        ...(rest && restPart ? [{ ...restPart, amount: rest.total }] : []),
      ],
      total: total.total,
    }
  if (view.granularity === 'total' || chart.bins.length === 1)
    return {
      kind: 'ranks',
      unit,
      parts: [
        ...parts.map(({ group, ...part }) => ({ ...part, amount: group.total, before: group.before })),
        ...(rest && restPart ? [{ ...restPart, amount: rest.total, before: rest.before }] : []),
      ],
    }
  return {
    kind: 'bins',
    look: view.look === 'lines' ? 'lines' : 'bars',
    unit,
    bins: chart.bins.map((bin) => binOf(bin, view.granularity, report.language)),
    parts: [
      ...parts.map(({ group, ...part }) => ({ ...part, amounts: group.amounts })),
      ...(rest && restPart ? [{ ...restPart, amounts: rest.amounts }] : []),
    ],
    totals: total.amounts,
    before: view.comparison === 'budget' ? null : aligned(section.before, chart.bins.length),
    budget: section.budget,
  }
}

/** The number of a resource stands in the table alone. */
const isRef = (groupBy: readonly string[], at: number): boolean => {
  const resource = groupBy.indexOf('resource')
  return resource >= 0 && at === resource + 1
}

/** The compared days may be fewer or more: a month before March is shorter. */
const aligned = (amounts: readonly string[] | null, count: number): readonly string[] | null =>
  amounts && Array.from({ length: count }, (_, at) => amounts[at] ?? '0')

function binOf(bin: BinView, step: Granularity, language: Locale) {
  const title = binTitle(bin, step, language)
  const isDay = step === 'day' || step === 'hour'
  return {
    short: shortOf(bin, step, language, title),
    title,
    isWhole: bin.isWhole,
    ...(isDay ? { isWeekend: weekdayOf(bin.from) > 5 } : {}),
  }
}

/** A year stands at the first bin of each, as axes have little room. */
function shortOf(bin: BinView, step: Granularity, language: Locale, title: string): string {
  switch (step) {
    case 'hour':
      return bin.hour === null ? '' : String(bin.hour).padStart(2, '0')
    case 'day':
    case 'week':
      return formatDayShort(bin.from, language)
    case 'month': {
      const month = formatMonthShort(bin.from, language).replace('.', '')
      return `${month} ${bin.from.slice(2, 4)}`
    }
    default:
      return title
  }
}
