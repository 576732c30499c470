import { inventoryTexts } from '#main/core/export/inventory-texts.ts'
import type { DocBlock, DocRow } from '#main/core/report/document.ts'
import { fill } from '#main/core/report/say.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { ResourceView } from '#shared/contract/resources.ts'
import { providerName } from '#shared/texts/providers.ts'
import { listResources } from '../resources.query.ts'
import type { BlockOf } from './block.ts'
import { moneyText } from './money-text.ts'
import type { Report } from './report.ts'
import { docTable, moneyColumn, textColumn } from './tables.ts'

/** The rows of one window; what is asked for next stands in the index's memory already. */
const PAGE = 500

type List = CallOutput<'resources.list'>

/** What there is and what it cost on the report's days, the dearest first; what is gone too, if it cost anything. */
export function resourcesBlock(report: Report, block: BlockOf<'resources'>): DocBlock[] {
  const { t, options } = report
  const title = block.title || t.titles.resources
  const ask = (offset: number, limit: number): List =>
    listResources(report.scope, {
      filter: {},
      sort: 'spend',
      direction: 'desc',
      spendFrom: report.period.from,
      spendTo: report.period.to,
      offset,
      limit,
    })
  const { total, totals } = ask(0, 1)
  if (total === 0) return [report.untold(block.id, title, 'resources.none')]
  const [only] = totals.spend
  const unit = totals.spend.length === 1 && only ? only.currency : null
  return [
    {
      kind: 'table',
      id: block.id,
      title,
      table: docTable(
        {
          columns: columnsOf(report, unit),
          rows: function* () {
            for (let offset = 0; offset < total; offset += PAGE)
              yield* ask(offset, PAGE).items.map((item) => rowOf(report, item))
          },
          count: total,
          total:
            unit === null
              ? null
              : { cells: [t.total, ...Array(7).fill(null), only?.amount ?? null], role: 'sum' },
          note:
            unit === null && totals.spend.length > 0
              ? fill(t.sentences.totals, { amounts: moneyText(totals.spend, report.language) })
              : null,
        },
        { limit: block.limit, isPreview: options.isPreview },
      ),
    },
  ]
}

const columnsOf = ({ t }: Report, unit: List['totals']['spend'][number]['currency'] | null) => [
  textColumn('name', t.columns.resource, 2),
  textColumn('type', t.columns.type, 1.2),
  textColumn('provider', t.columns.provider, 1),
  textColumn('connection', t.columns.connection, 1.4),
  textColumn('region', t.columns.region, 1),
  textColumn('owner', t.columns.owner, 1.2),
  textColumn('state', t.columns.state, 1),
  moneyColumn({ key: 'monthly', title: t.columns.monthly }, null),
  moneyColumn({ key: 'spend', title: t.columns.spend }, unit),
]

function rowOf({ language }: Report, item: ResourceView): DocRow {
  const words = inventoryTexts[language]
  const { spend, monthlyCost } = item
  const currency = spend?.currency ?? monthlyCost?.currency
  return {
    cells: [
      item.name,
      words.types[item.type],
      providerName(item.provider, language),
      item.connectionName,
      item.region,
      item.owner,
      words.statuses[item.status],
      // A price in one currency and costs in another are no row of amounts.
      monthlyCost && monthlyCost.currency === currency ? monthlyCost.amount : null,
      spend?.amount ?? null,
    ],
    ...(currency ? { unit: currency } : {}),
  }
}
