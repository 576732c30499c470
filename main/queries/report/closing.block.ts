import type { DocBlock, DocRow } from '#main/core/report/document.ts'
import { monthName } from '#main/core/report/period-name.ts'
import { fill } from '#main/core/report/say.ts'
import { closingTexts } from '#main/core/report/texts/closing-texts.ts'
import { readClosing } from '../closing.query.ts'
import type { BlockOf } from './block.ts'
import { postingBlocks } from './postings.ts'
import type { Report } from './report.ts'
import { docTable, textColumn } from './tables.ts'

/** How far the month in which the report ends is on its way to being closed, and what will be booked for it. */
export function closingBlock(report: Report, block: BlockOf<'closing'>): DocBlock[] {
  const { scope, t, period, language } = report
  const texts = closingTexts[language]
  const month = period.to.slice(0, 7)
  const { steps, isClosed } = readClosing(scope, month)
  const rows = steps.map(({ step, state, done, total, open }): DocRow => {
    const left = [...new Set(open.flatMap(({ subject }) => (subject === null ? [] : [subject])))]
    return {
      cells: [
        texts.steps[step],
        texts.stepStates[state],
        total === 0 ? null : fill(texts.doneOf, { done: String(done), total: String(total) }),
        left.length === 0 ? null : left.join(', '),
      ],
    }
  })
  return [
    {
      kind: 'table',
      id: block.id,
      title: block.title || `${t.titles.closing}: ${monthName(period.to, language)}`,
      table: docTable(
        {
          columns: [
            textColumn('step', t.columns.step, 2),
            textColumn('state', t.columns.state, 1.2),
            textColumn('done', t.columns.done, 1),
            textColumn('open', t.columns.open, 4),
          ],
          rows: () => rows,
          count: rows.length,
          note: isClosed ? texts.closed : null,
        },
        { limit: null, isPreview: report.options.isPreview },
      ),
    },
    ...postingBlocks(report, block.id, month),
  ]
}
