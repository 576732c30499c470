import type { BuiltReport } from '#main/core/report/built.ts'
import type { DocBlock } from '#main/core/report/document.ts'
import { periodName } from '#main/core/report/period-name.ts'
import type { ReportBlock, ReportSpec } from '#shared/contract/report-spec.ts'
import { assertNever } from '#shared/lib/assert-never.ts'
import { reportProblemText } from '#shared/texts/report-problems.ts'
import type { Scope } from '../scope.ts'
import { budgetsBlock } from './budgets.block.ts'
import { chartBlocks } from './chart.block.ts'
import { closingBlock } from './closing.block.ts'
import { figuresBlock } from './figures.block.ts'
import { footerOf } from './footer.ts'
import { linesBlocks } from './lines.block.ts'
import { marginsBlocks } from './margins.block.ts'
import { pivotBlocks } from './pivot.block.ts'
import { recommendationsBlocks } from './recommendations.block.ts'
import { reconciliationBlocks } from './reconciliation.block.ts'
import { openReport, type Report, type ReportOptions, Untold } from './report.ts'
import { resourcesBlock } from './resources.block.ts'
import { showbackBlocks } from './showback.block.ts'
import { tableBlocks } from './table.block.ts'
import { tagsBlocks } from './tags.block.ts'
import { createFill, type Fill } from './variable-values.ts'
import { waterfallBlocks } from './waterfall.block.ts'
import { signaturesBlock, sumInWordsBlocks, textBlock, titleBlock } from './words.block.ts'

/**
 * A report with every figure in it, from what it asks for. The figures are those of the pages: each block asks the same
 * questions. What cannot be told is a sentence in its place, and a problem of the report.
 */
export function buildReport(scope: Scope, spec: ReportSpec, options: ReportOptions): BuiltReport {
  const report = openReport(scope, spec, options)
  const fill = createFill(report)
  const blocks = spec.blocks.flatMap((block) => toldBlocks(report, fill, block))
  const { period, language, problems } = report
  return {
    document: {
      title: fill(null, spec.title),
      organisation: options.organisation,
      language,
      orientation: spec.orientation,
      period,
      periodName: periodName(period, language),
      asOfMs: scope.nowMs,
      timeZone: scope.timeZone,
      blocks,
      footer: spec.hasFooter ? footerOf(report) : null,
    },
    period,
    problems,
  }
}

/** Headings of every kind may hold variables. */
function toldBlocks(report: Report, fill: Fill, asked: ReportBlock): DocBlock[] {
  const block = 'title' in asked ? { ...asked, title: fill(asked.id, asked.title) } : asked
  try {
    const blocks = blocksOf(report, fill, block)
    return report.where.length > 0 && OF_ALL.has(block.kind) ? withNote(report, block.id, blocks) : blocks
  } catch (thrown) {
    if (!(thrown instanceof Untold)) throw thrown
    const title = 'title' in block ? block.title : ''
    return [report.untold(block.id, title || titleOf(report, block), thrown.code, thrown.subject)]
  }
}

/** What is told of the whole organisation, whatever the report's filter. */
const OF_ALL: ReadonlySet<ReportBlock['kind']> = new Set([
  'recommendations',
  'budgets',
  'reconciliation',
  'showback',
  'margins',
  'resources',
  'tags',
])

function withNote(report: Report, blockId: string, blocks: readonly DocBlock[]): DocBlock[] {
  report.tell(blockId, 'filter.unused', null)
  const said = reportProblemText({ code: 'filter.unused', subject: null }, report.language)
  return blocks.map((block, at) =>
    at === 0 && block.kind === 'table'
      ? { ...block, table: { ...block.table, note: [block.table.note ?? [], said].flat().join(' ') } }
      : block,
  )
}

/** What stands above the sentence in place of a block without a title of its own. */
function titleOf({ t }: Report, { kind }: ReportBlock): string {
  const titles: Record<string, string> = t.titles
  return (
    titles[kind] ??
    (kind === 'waterfall' ? t.titles.why : kind === 'tags' ? t.titles.tagPolicies : t.titles.costs)
  )
}

function blocksOf(report: Report, fill: Fill, block: ReportBlock): DocBlock[] {
  switch (block.kind) {
    case 'title':
      return titleBlock(fill, block)
    case 'text':
      return textBlock(fill, block)
    case 'figures':
      return figuresBlock(report, block)
    case 'chart':
      return chartBlocks(report, block)
    case 'table':
      return tableBlocks(report, block, report.viewOf(block))
    case 'pivot':
      return pivotBlocks(report, block)
    case 'waterfall':
      return waterfallBlocks(report, block)
    case 'lines':
      return linesBlocks(report, block)
    case 'recommendations':
      return recommendationsBlocks(report, block)
    case 'budgets':
      return budgetsBlock(report, block)
    case 'reconciliation':
      return reconciliationBlocks(report, block)
    case 'showback':
      return showbackBlocks(report, block)
    case 'margins':
      return marginsBlocks(report, block)
    case 'resources':
      return resourcesBlock(report, block)
    case 'tags':
      return tagsBlocks(report, block)
    case 'closing':
      return closingBlock(report, block)
    case 'sumInWords':
      return sumInWordsBlocks(report, block)
    case 'signatures':
      return signaturesBlock(fill, block)
    case 'pageBreak':
      return [{ kind: 'pageBreak', id: block.id }]
    default:
      return assertNever(block)
  }
}
