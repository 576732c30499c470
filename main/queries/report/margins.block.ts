import type { DocBlock, DocColumn, DocRow } from '#main/core/report/document.ts'
import { monthName } from '#main/core/report/period-name.ts'
import { fill } from '#main/core/report/say.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { day } from '#shared/lib/day.ts'
import { formatMoney } from '#shared/lib/format-money.ts'
import { listMargins } from '../margins.query.ts'
import { type BlockOf, titleIn } from './block.ts'
import { clientTag } from './facts.ts'
import { type Report, Untold } from './report.ts'
import { docTable, moneyColumn, plainColumn, textColumn } from './tables.ts'

type Margins = CallOutput<'business.listMargins'>
type Item = Margins['items'][number]
type Row = Pick<Item, 'cost' | 'price' | 'margin' | 'marginRatio'>

/** What clients cost and bring, by currency. */
export function marginsOf({ scope, spec, period }: Report): Margins[] {
  const tag = clientTag(scope)
  if (!tag) throw new Untold('clients.none')
  if (!tag.isOn) throw new Untold('allocation.off', tag.name)
  const ask = (currency: Margins['currency'] | undefined): Margins =>
    listMargins(scope, {
      tagId: tag.id,
      ...period,
      metric: 'effective',
      vat: spec.vat,
      currency,
      revenueId: null,
    })
  const first = ask(undefined)
  return first.currencies.length === 0
    ? [first]
    : first.currencies.map((currency) => (currency === first.currency ? first : ask(currency)))
}

/** Clients, or the months of one. A client's own bill tells prices alone: whoever has none is not on it. */
export function marginsBlocks(report: Report, block: BlockOf<'margins'>): DocBlock[] {
  const { t } = report
  const title = block.title || (block.hidesCost ? t.titles.bill : t.titles.margins)
  const all = marginsOf(report)
    .map((margins) => ({ margins, rows: rowsOf(report, block, margins) }))
    .filter(({ rows }) => rows.length > 0)
  if (all.length === 0)
    return block.client === null
      ? [report.untold(block.id, title, block.hidesCost ? 'prices.none' : 'data.none')]
      : [report.untold(block.id, title, 'client.gone', block.client)]
  return all.map(({ margins, rows }) => ({
    kind: 'table',
    id: block.id,
    title: titleIn(block.client === null ? title : `${title}: ${block.client}`, margins.currency, all.length),
    table: tableOf(report, block, margins, rows),
  }))
}

type Named = { name: string; row: Row }

function rowsOf({ t, language }: Report, block: BlockOf<'margins'>, { items }: Margins): Named[] {
  const { client, hidesCost } = block
  const own = items.filter(({ part }) => client === null || part === client)
  const named =
    client === null
      ? own.map((item): Named => ({ name: item.part ?? t.nobody, row: item }))
      : own.flatMap(({ months }) =>
          months.map((month): Named => ({ name: monthName(day(`${month.month}-01`), language), row: month })),
        )
  return hidesCost ? named.filter(({ row }) => row.price !== null) : named
}

function tableOf(report: Report, block: BlockOf<'margins'>, margins: Margins, rows: readonly Named[]) {
  const { t } = report
  const { currency } = margins
  const money = (key: string, title: string) => moneyColumn({ key, title }, currency)
  const { client, hidesCost } = block
  const told = client === null ? margins.totals : margins.items.find(({ part }) => part === client)
  const cells = (name: string, row: Row): DocRow => ({
    cells: hidesCost ? [name, row.price] : [name, row.cost, row.price, row.margin, row.marginRatio],
  })
  const columns: DocColumn[] = [
    client === null ? textColumn('client', t.columns.client, 2.4) : textColumn('month', t.columns.month, 1.6),
    ...(hidesCost
      ? [money('price', t.columns.bill)]
      : [
          money('cost', t.columns.cost),
          money('price', t.columns.price),
          money('margin', t.columns.margin),
          plainColumn('marginRatio', t.columns.marginRatio, 'share'),
        ]),
  ]
  const unpriced = told && told.unpriced !== '0' && !hidesCost ? told.unpriced : null
  return docTable(
    {
      columns,
      rows: () => rows.map(({ name, row }) => cells(name, row)),
      count: rows.length,
      total: told ? { ...cells(t.total, told), role: 'sum' } : null,
      note:
        unpriced &&
        fill(t.sentences.unpriced, { amount: formatMoney({ amount: unpriced, currency }, report.language) }),
    },
    { limit: block.limit, isPreview: report.options.isPreview },
  )
}
