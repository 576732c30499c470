import { type CsvCell, text } from '#main/core/export/csv.ts'
import type { Sheet, SheetColumn } from '#main/core/export/sheet.ts'
import { amountCells, amountColumns } from '#main/core/export/sheet.ts'
import { tableTexts } from '#main/core/export/table-texts.ts'
import type { LedgerLine } from '#main/ports/ledger.ts'
import { questionOf, spanOf } from '#main/queries/explorer/question.ts'
import { wordsOf } from '#main/queries/explorer/words.ts'
import { getChart } from '#main/queries/explorer-chart.query.ts'
import { linesByAccount, totalsOfLines } from '#main/queries/focus-lines.query.ts'
import { connectionNames } from '#main/queries/inventory.ts'
import type { Scope } from '#main/queries/scope.ts'
import { textOrNone } from '#main/services/export/sheet-parts.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { costWords } from '#shared/texts/cost-words.ts'
import { lineNotes } from './notes.ts'
import type { Asked } from './table-shape.ts'

const METRICS = ['billed', 'effective', 'list', 'contracted'] as const

/** The lines of bills beneath a view, as the bills have them. */
export function lineSheet(scope: Scope, { title, spec, locale }: Asked): Sheet {
  const t = tableTexts[locale]
  const words = wordsOf(scope, locale)
  const question = questionOf(scope, spec)
  const span = spanOf(scope, question, question.period)
  const { lines: size, billed } = totalsOfLines(scope.ledger, span)
  const currencies = currenciesOf(billed.keys(), scope.currency)
  const { sections: _, ...head } = getChart(scope, { spec })
  const accounts = connectionNames(scope)
  const column = (name: string, width: number): SheetColumn => ({ title: name, kind: 'text', width })
  const named = (dimension: CostDimension, width: number): SheetColumn =>
    column(words.nameOf(dimension), width)

  const cellsOf = (line: LedgerLine): CsvCell[] => {
    const { key, detail } = line
    const shown = (dimension: CostDimension, value: string | null): CsvCell =>
      value === null ? null : text(words.labelOf(dimension, value, null))
    return [
      { day: line.day },
      shown('provider', key.provider),
      text(accounts.get(line.connectionId)?.name ?? key.billingAccount),
      textOrNone(key.more?.SubAccountName ?? key.subAccount),
      text(key.service),
      shown('chargeCategory', key.chargeCategory),
      textOrNone(key.region),
      textOrNone(key.resourceName),
      textOrNone(key.resourceRef),
      textOrNone(key.resourceType),
      textOrNone(key.skuName ?? key.sku),
      textOrNone(key.chargeDescription),
      line.consumedQuantity === null ? null : { number: formatDecimal(line.consumedQuantity) },
      textOrNone(key.consumedUnit),
      textOrNone(detail?.invoiceId ?? null),
      textOrNone(tagText(key.tags)),
      ...METRICS.flatMap((metric) =>
        amountCells(
          [{ amount: formatDecimal(line[metric]), currency: key.currency as Currency }],
          currencies,
        ),
      ),
    ]
  }

  return {
    name: t.table,
    columns: [
      { title: t.columns.day, kind: 'day', width: 12 },
      named('provider', 14),
      named('connection', 24),
      named('subAccount', 24),
      named('service', 28),
      named('chargeCategory', 16),
      named('region', 14),
      named('resource', 32),
      column(t.columns.resourceRef, 24),
      named('resourceType', 18),
      named('sku', 28),
      column(t.columns.description, 40),
      { title: t.columns.consumed, kind: 'figure', width: 14 },
      column(t.columns.consumedUnit, 12),
      named('invoice', 18),
      column(t.columns.tags, 36),
      ...METRICS.flatMap((metric) => amountColumns(costWords[locale][`metric.${metric}`], currencies)),
    ],
    rows: rowsOf(linesByAccount(scope.ledger, span), cellsOf),
    size,
    totalLabel: t.total,
    notes: lineNotes(scope, { title, spec, where: question.where, head, words }, locale),
  }
}

/** As the ledger hands them out, some hundreds at a time. */
async function* rowsOf(
  lines: Iterable<readonly LedgerLine[]>,
  cellsOf: (line: LedgerLine) => CsvCell[],
): AsyncGenerator<CsvCell[][]> {
  for (const some of lines) yield some.map(cellsOf)
}

/** The organisation's own first. */
const currenciesOf = (all: Iterable<Currency>, own: Currency): Currency[] =>
  [...all].sort((a, b) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1))

const tagText = (tags: Readonly<Record<string, string>> | null): string =>
  Object.entries(tags ?? {})
    .map(([key, value]) => (value === '' ? key : `${key}=${value}`))
    .join('; ')
