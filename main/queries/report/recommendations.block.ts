import type { DocBlock, DocRow } from '#main/core/report/document.ts'
import { recommendationText } from '#main/core/report/recommendation-text.ts'
import type { RecommendationView } from '#shared/contract/recommendations.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { recommendationWords } from '#shared/texts/recommendation-words.ts'
import { listRecommendations } from '../recommendations.query.ts'
import { type BlockOf, titleIn } from './block.ts'
import type { Report } from './report.ts'
import { docTable, moneyColumn, plainColumn, plus, textColumn } from './tables.ts'

/** What is still to decide: the most worthwhile where there is a limit, else all by what they are about. */
export function recommendationsBlocks(report: Report, block: BlockOf<'recommendations'>): DocBlock[] {
  const { t } = report
  const title = block.title || t.titles.recommendations
  const items = readAll(report)
  if (items.length === 0) return [report.untold(block.id, title, 'recommendations.none')]
  const byCurrency = [...Map.groupBy(items, ({ monthlySavings }) => monthlySavings.currency)]
  return byCurrency.map(([currency, own]): DocBlock => {
    const rows = block.limit === null ? byCategory(report, own) : own.map((one) => rowOf(report, one, 0))
    return {
      kind: 'table',
      id: block.id,
      title: titleIn(title, currency, byCurrency.length),
      table: docTable(
        {
          columns: columnsOf(report, currency),
          rows: () => rows,
          count: rows.length,
          total: {
            cells: [t.total, null, null, null, null, plus(own.map((one) => one.monthlySavings.amount))],
            role: 'sum',
          },
        },
        { limit: block.limit, isPreview: report.options.isPreview },
      ),
    }
  })
}

const readAll = ({ scope }: Report): RecommendationView[] =>
  listRecommendations(scope, {
    search: '',
    status: 'active',
    sort: 'savings',
    direction: 'desc',
    offset: 0,
    limit: 100_000,
    category: undefined,
    resourceId: undefined,
  }).items

/** Where most can be saved stands first. */
function byCategory(report: Report, items: readonly RecommendationView[]): DocRow[] {
  const words = recommendationWords[report.language]
  return [...Map.groupBy(items, ({ category }) => category)].flatMap(([category, own]) => [
    { cells: [words[`category.${category}`], null, null, null, null, null], role: 'head' as const },
    ...own.map((one) => rowOf(report, one, 1)),
    {
      cells: [
        `${report.t.total}: ${words[`category.${category}`]}`,
        ...[null, null, null, null],
        plus(own.map((one) => one.monthlySavings.amount)),
      ],
      role: 'sum' as const,
    },
  ])
}

const rowOf = ({ t, language }: Report, one: RecommendationView, level: number): DocRow => ({
  cells: [
    recommendationText(one, language),
    one.resourceName || null,
    one.connectionName,
    t.people[one.effort],
    String(Math.round(one.confidence * 1000) / 1000),
    one.monthlySavings.amount,
  ],
  level,
})

const columnsOf = ({ t }: Report, currency: Currency) => [
  textColumn('action', t.columns.action, 4),
  textColumn('resource', t.columns.resource, 1.6),
  textColumn('connection', t.columns.connection, 1.4),
  textColumn('effort', t.columns.effort, 0.9),
  plainColumn('confidence', t.columns.confidence, 'share'),
  moneyColumn({ key: 'savings', title: t.columns.savings }, currency),
]
