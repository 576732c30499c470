import type { DocBlock, DocRow } from '#main/core/report/document.ts'
import { monthName, periodName } from '#main/core/report/period-name.ts'
import { closingTexts } from '#main/core/report/texts/closing-texts.ts'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import { day } from '#shared/lib/day.ts'
import { listLadders } from '../reconciliation.query.ts'
import { type BlockOf, titleIn } from './block.ts'
import { ladderTable } from './ladder-table.ts'
import { monthsOf } from './months.ts'
import type { Report } from './report.ts'
import { docTable, femtosOf, moneyColumn, plus, textColumn } from './tables.ts'

/** Accounts against their acts, a table for each currency; then each difference with its causes and their lines. */
export function reconciliationBlocks(report: Report, block: BlockOf<'reconciliation'>): DocBlock[] {
  const { scope, t, period, language } = report
  const title = block.title || t.titles.reconciliation
  const months = monthsOf(period)
  const ladders = months.flatMap((month) => listLadders(scope, month))
  if (ladders.length === 0)
    return [report.untold(block.id, title, 'ladders.none', periodName(period, language))]
  if (ladders.every(({ act }) => act === null))
    report.tell(block.id, 'acts.none', periodName(period, language))
  const byCurrency = [...Map.groupBy(ladders, ({ currency }) => currency)]
  const named = (ladder: LadderView): string =>
    months.length > 1 ? `${ladder.name}, ${monthName(day(`${ladder.month}-01`), language)}` : ladder.name
  return [
    ...byCurrency.map(
      ([currency, own]): DocBlock => ({
        kind: 'table',
        id: block.id,
        title: titleIn(title, currency, byCurrency.length),
        table: summaryTable(report, block, own, named),
      }),
    ),
    ...(block.isDetailed ? ladders.filter(isToExplain) : []).map(
      (ladder): DocBlock => ({
        kind: 'table',
        id: block.id,
        title: named(ladder),
        table: ladderTable(report, ladder),
      }),
    ),
  ]
}

const isToExplain = ({ difference }: LadderView): boolean =>
  difference !== null && femtosOf(difference) !== 0n

function summaryTable(
  report: Report,
  block: BlockOf<'reconciliation'>,
  ladders: readonly LadderView[],
  named: (ladder: LadderView) => string,
) {
  const { t, language } = report
  const c = closingTexts[language].columns
  const currency = ladders[0]?.currency ?? report.scope.currency
  const money = (key: string, title: string) => moneyColumn({ key, title }, currency)
  const rows = ladders.map(
    (ladder): DocRow => ({
      cells: [
        named(ladder),
        ladder.accrued,
        ladder.discounts,
        ladder.without,
        ladder.vatTotal,
        ladder.withVat,
        ladder.act?.numbers.join(', ') ?? null,
        ladder.act?.total ?? null,
        ladder.difference,
        stateOf(report, ladder),
      ],
    }),
  )
  const sum = (of: (ladder: LadderView) => string | null): string => plus(ladders.map(of))
  return docTable(
    {
      columns: [
        textColumn('connection', t.columns.connection, 1.8),
        money('accrued', c.accrued),
        money('discounts', c.discounts),
        money('without', c.without),
        money('vat', c.vat),
        money('withVat', c.withVat),
        textColumn('act', c.act, 1.2),
        money('actTotal', c.actTotal),
        money('difference', c.difference),
        textColumn('state', t.columns.state, 1.2),
      ],
      rows: () => rows,
      count: rows.length,
      total: {
        cells: [
          t.total,
          sum((one) => one.accrued),
          sum((one) => one.discounts),
          sum((one) => one.without),
          sum((one) => one.vatTotal),
          sum((one) => one.withVat),
          null,
          sum((one) => one.act?.total ?? null),
          sum((one) => one.difference),
          null,
        ],
        role: 'sum',
      },
    },
    { limit: block.limit, isPreview: report.options.isPreview },
  )
}

function stateOf({ language }: Report, { act, isEqual, signed, isStale }: LadderView): string {
  const { states } = closingTexts[language]
  if (isStale) return states.stale
  if (signed) return states.signed
  if (!act) return states.noAct
  return isEqual ? states.equal : states.differs
}
