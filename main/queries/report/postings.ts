import type { DocBlock, DocRow } from '#main/core/report/document.ts'
import { closingTexts } from '#main/core/report/texts/closing-texts.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { listActsOf } from '../acts.query.ts'
import { listPostings } from '../one-c.query.ts'
import { titleIn } from './block.ts'
import type { Report } from './report.ts'
import { docTable, moneyColumn, plus, textColumn } from './tables.ts'

type Posting = CallOutput<'oneC.listPostings'>['items'][number]

/** What 1C will be given, by account of costs and department; a table for each currency that acts are in. */
export function postingBlocks(report: Report, id: string, month: string): DocBlock[] {
  const { scope, language, t, options } = report
  const texts = closingTexts[language]
  const currencyOf = new Map(listActsOf(scope, month).map((act) => [act.id, act.currency]))
  const { items } = listPostings(scope, month)
  const byCurrency = [...Map.groupBy(items, ({ actId }) => currencyOf.get(actId) ?? scope.currency)]
  return byCurrency.map(([currency, own]): DocBlock => {
    const groups = [...Map.groupBy(own, (one) => JSON.stringify([one.costAccount, one.department]))]
    const rows = groups
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([, all]): DocRow => ({
          cells: [all[0]?.costAccount || null, all[0]?.department || null, ...sums(all)],
        }),
      )
    const money = (key: string, title: string) => moneyColumn({ key, title }, currency)
    return {
      kind: 'table',
      id,
      title: titleIn(texts.postings, currency, byCurrency.length),
      table: docTable(
        {
          columns: [
            textColumn('costAccount', texts.columns.costAccount, 1),
            textColumn('department', t.columns.department, 2),
            money('without', texts.columns.without),
            money('vat', texts.columns.vat),
            money('total', t.columns.total),
          ],
          rows: () => rows,
          count: rows.length,
          total: { cells: [t.total, null, ...sums(own)], role: 'sum' },
        },
        { limit: null, isPreview: options.isPreview },
      ),
    }
  })
}

const sums = (all: readonly Posting[]): string[] => [
  plus(all.map((one) => one.without)),
  plus(all.map((one) => one.vat)),
  plus(all.map((one) => one.total)),
]
