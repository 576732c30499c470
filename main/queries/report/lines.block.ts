import type { DocBlock, DocCell, DocRow } from '#main/core/report/document.ts'
import type { LedgerLine, LedgerSpan } from '#main/ports/ledger.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { questionOf, spanOf } from '../explorer/question.ts'
import { linesByAccount } from '../focus-lines.query.ts'
import { connectionNames } from '../inventory.ts'
import { type BlockOf, titleIn } from './block.ts'
import type { Report } from './report.ts'
import { docTable, moneyColumn, plainColumn, textColumn } from './tables.ts'

/** So many lines are asked for at once where they go by cost. */
const PAGE = 500
/** A limit above that is meant to keep a file small, not to find the dearest. */
const MOST_DEAREST = 20_000

/** Lines of bills beneath a view, as the bills have them: the dearest where there is a limit, else all in their order. */
export function linesBlocks(report: Report, block: BlockOf<'lines'>): DocBlock[] {
  const { scope, t, words, options } = report
  const question = questionOf(scope, report.viewOf(block))
  for (const { code, subject } of question.problems)
    if (code !== 'data.begins') report.tell(block.id, code, subject)
  const span = spanOf(scope, question, question.period)
  const sums = scope.ledger
    .aggregate({ ...span, metric: 'billed', groupBy: [] })
    .sort((a, b) => Number(b.currency === scope.currency) - Number(a.currency === scope.currency))
  const title = block.title || t.titles.lines
  if (sums.length === 0) return [report.untold(block.id, title, 'data.none')]

  const accounts = connectionNames(scope)
  const shown = (dimension: CostDimension, value: string | null): DocCell =>
    value === null ? null : words.labelOf(dimension, value, null)
  const rowOf = ({ day, key, connectionId, consumedQuantity, billed }: LedgerLine): DocRow => ({
    cells: [
      day,
      shown('provider', key.provider),
      accounts.get(connectionId)?.name ?? key.billingAccount,
      key.service,
      shown('chargeCategory', key.chargeCategory),
      key.resourceName ?? key.resourceRef,
      key.skuName ?? key.sku ?? key.chargeDescription,
      consumedQuantity === null ? null : formatDecimal(consumedQuantity),
      key.consumedUnit,
      formatDecimal(billed),
    ],
  })
  const isDearest = block.limit !== null && block.limit <= MOST_DEAREST
  const notes = [
    ...(isDearest ? [t.sentences.dearest] : []),
    t.sentences.asBilled,
    ...(question.where.some((group) => group.some(({ dimension }) => dimension.startsWith('virtual:')))
      ? [t.sentences.wholeLines]
      : []),
  ]
  return sums.map(({ currency, lines, femtos }): DocBlock => {
    const own: LedgerSpan = { ...span, filter: { ...span.filter, currencies: [currency] } }
    return {
      kind: 'table',
      id: block.id,
      title: titleIn(title, currency, sums.length),
      table: docTable(
        {
          columns: columnsOf(report, currency),
          rows: function* () {
            for (const some of isDearest ? dearest(report, own, lines) : linesByAccount(scope.ledger, own))
              yield* some.map(rowOf)
          },
          count: lines,
          total: { cells: [t.total, ...Array(8).fill(null), formatDecimal(femtos)], role: 'sum' },
          note: notes.join(' '),
        },
        { limit: block.limit, isPreview: options.isPreview },
      ),
    }
  })
}

function columnsOf({ t, words }: Report, currency: Currency) {
  const named = (dimension: CostDimension, weight: number) =>
    textColumn(dimension, words.nameOf(dimension), weight)
  return [
    plainColumn('day', t.columns.day, 'day'),
    named('provider', 1),
    named('connection', 1.4),
    named('service', 1.6),
    named('chargeCategory', 1),
    named('resource', 1.8),
    named('sku', 1.8),
    plainColumn('quantity', t.columns.quantity, 'number'),
    textColumn('unit', t.columns.unit, 0.8),
    moneyColumn({ key: 'billed', title: t.columns.billed }, currency),
  ]
}

function* dearest({ scope }: Report, span: LedgerSpan, lines: number): Generator<LedgerLine[]> {
  for (let offset = 0; offset < lines; offset += PAGE)
    yield scope.ledger.page({ ...span, sort: 'cost', isDescending: true, offset, limit: PAGE }).items
}
