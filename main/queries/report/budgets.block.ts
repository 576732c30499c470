import type { DocBlock, DocRow } from '#main/core/report/document.ts'
import { monthName } from '#main/core/report/period-name.ts'
import { fill } from '#main/core/report/say.ts'
import { budgetsIn } from '../budgets.query.ts'
import type { BlockOf } from './block.ts'
import { progressIn } from './months.ts'
import type { Report } from './report.ts'
import { docTable, moneyColumn, plainColumn, textColumn } from './tables.ts'

/** Budgets against the month in which the report ends. */
export function budgetsBlock(report: Report, block: BlockOf<'budgets'>): DocBlock[] {
  const { scope, t, period, language } = report
  const progress = progressIn(scope, period.to)
  const title = block.title || `${t.titles.budgets}: ${monthName(period.to, language)}`
  const items = budgetsIn(scope, progress)
  if (items.length === 0) return [report.untold(block.id, title, 'budget.none')]
  const isOver = progress.daysDone === progress.daysInMonth
  const rows = items.map(
    ({ name, scope: covers, limit, spent, spentRatio, forecast, status, breachDay }): DocRow => ({
      cells: [
        name,
        covers.connectionNames.length === 0 ? t.wholeCompany : covers.connectionNames.join(', '),
        limit.amount,
        spent.amount,
        spentRatio,
        forecast?.amount ?? null,
        t.budgetStates[status],
        breachDay,
      ],
      unit: limit.currency,
    }),
  )
  const days = fill(t.sentences.days, {
    done: String(progress.daysDone),
    all: String(progress.daysInMonth),
  })
  return [
    {
      kind: 'table',
      id: block.id,
      title,
      table: docTable(
        {
          columns: [
            textColumn('name', t.columns.name, 1.6),
            textColumn('scope', t.columns.basis, 1.6),
            moneyColumn({ key: 'limit', title: t.columns.limit }, null),
            moneyColumn({ key: 'spent', title: t.columns.spent }, null),
            plainColumn('spentRatio', t.columns.spentShare, 'share'),
            moneyColumn({ key: 'forecast', title: t.columns.forecast }, null),
            textColumn('state', t.columns.state, 1.2),
            plainColumn('breach', t.columns.breach, 'day'),
          ],
          rows: () => rows,
          count: rows.length,
          note:
            [...(isOver ? [] : [days]), ...(items.length > 1 ? [t.sentences.overlap] : [])].join(' ') || null,
        },
        { limit: block.limit, isPreview: report.options.isPreview },
      ),
    },
  ]
}
