import type { DocRow, DocTable } from '#main/core/report/document.ts'
import { fill } from '#main/core/report/say.ts'
import { closingTexts } from '#main/core/report/texts/closing-texts.ts'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import { formatMoney } from '#shared/lib/format-money.ts'
import { formatDay } from '#shared/lib/format-time.ts'
import type { Report } from './report.ts'
import { docTable, moneyColumn, plainColumn, textColumn } from './tables.ts'

/** One account from what was accrued down to the difference, with each cause and its lines. Its rows are steps, no parts. */
export function ladderTable(report: Report, ladder: LadderView): DocTable {
  const { t, language } = report
  const texts = closingTexts[language]
  const c = texts.columns
  const step = (name: string, amount: string | null): DocRow => ({ cells: [name, null, amount, null] })
  const vat = ladder.vat.map(({ rate, base, amount }) => {
    const of = formatMoney({ amount: base, currency: ladder.currency }, language)
    const text = rate === 'none' ? texts.vatNone : rate === 'mixed' ? texts.vatMixed : texts.vatLine
    return step(fill(text, { rate, base: of }), amount)
  })
  const rows: DocRow[] = [
    step(c.accrued, ladder.accrued),
    step(c.discounts, ladder.discounts),
    step(c.without, ladder.without),
    ...vat,
    step(c.withVat, ladder.withVat),
    ...(ladder.act
      ? [
          step(
            fill(texts.actLine, {
              numbers: ladder.act.numbers.join(', '),
              day: formatDay(ladder.act.day, language),
            }),
            ladder.act.total,
          ),
        ]
      : []),
    step(c.difference, ladder.difference),
    ...ladder.causes.flatMap((cause): DocRow[] => [
      { cells: [texts.causes[cause.kind], null, cause.amount, null], level: 1 },
      ...cause.lines.map(
        (line): DocRow => ({ cells: [line.name, line.day, line.amount, line.note], level: 2 }),
      ),
      ...(cause.linesTotal > cause.lines.length
        ? [
            {
              cells: [
                fill(texts.moreLines, { count: String(cause.linesTotal - cause.lines.length) }),
                null,
                null,
                null,
              ],
              level: 2,
            },
          ]
        : []),
    ]),
  ]
  return docTable(
    {
      columns: [
        textColumn('what', c.what, 3),
        plainColumn('day', t.columns.day, 'day'),
        moneyColumn({ key: 'amount', title: ladder.currency }, ladder.currency, false),
        textColumn('note', c.note, 3),
      ],
      rows: () => rows,
      count: rows.length,
      note: ladder.signed?.note ?? null,
    },
    { limit: null, isPreview: report.options.isPreview },
  )
}
