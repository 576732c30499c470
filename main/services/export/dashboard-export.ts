import { type CsvCell, csvPresets, csvText, excelPreset, text } from '#main/core/export/csv.ts'
import { readWorkspaceName } from '#main/queries/app.query.ts'
import { listMovers, listSpenders } from '#main/queries/dashboard-ranks.query.ts'
import { getSpend } from '#main/queries/dashboard-spend.query.ts'
import { getSummary } from '#main/queries/dashboard-summary.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import type {
  Comparison,
  SpenderView,
  SpendGroup,
  SpendView,
  SummaryView,
} from '#shared/contract/dashboard.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { MoneyView, Period } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal, roundFemtos } from '#shared/lib/decimal.ts'
import { formatInstant } from '#shared/lib/format-time.ts'
import { providerName } from '#shared/texts/providers.ts'
import { type ExportTexts, exportTexts } from './export-texts.ts'

const RANKED = 50

type Row = CsvCell[]

/**
 * What the overview shows, as one CSV file. Amounts keep every digit, so a sum over the cells in a spreadsheet is the
 * total that the screen shows.
 */
export function exportDashboard(
  scope: Scope,
  { period, groupBy, language }: ParsedInput<'dashboard.export'>,
): CallOutput<'dashboard.export'> {
  const t = exportTexts[language]
  const summary = getSummary(scope, { period })
  const spend = getSpend(scope, { period, groupBy })
  const isComparable = summary.comparison === 'whole'
  const ranked = { period, by: 'resource', limit: RANKED } as const
  const spenders = listSpenders(scope, ranked)
  const movers = listMovers(scope, ranked)
  const rows: Row[] = [
    ...headRows(scope, period, summary, language),
    [],
    ...figureRows(t, summary),
    [],
    ...dayRows(t, spend, groupBy, scope.currency),
    [],
    [text(t.spenders)],
    [
      text(t.resource),
      text(t.connection),
      text(t.amount),
      text(t.before),
      ...changeTitles(t),
      text(t.sharePercent),
    ],
    ...spenders.items.map((item) => [...rankRow(t, item, isComparable), percent(item.share)]),
    [text(t.rest), null, money(spenders.rest)],
    [text(t.total), null, money(spenders.total)],
    [],
    ...moverRows(t, summary, movers),
  ]
  return {
    fileName: `InfraZen_${period.from}_${period.to}.csv`,
    mediaType: 'text/csv;charset=utf-8',
    text: csvText(rows, csvPresets[excelPreset(language)]),
  }
}

function headRows(scope: Scope, period: Period, summary: SummaryView, language: 'ru' | 'en'): Row[] {
  const t = exportTexts[language]
  const { comparison } = summary
  const why = (reasons: readonly Comparison[]): Row =>
    comparison !== 'whole' && reasons.includes(comparison) ? [text(t.incomparable[comparison])] : []
  return [
    [text(t.company), text(readWorkspaceName(scope))],
    [text(t.period), { day: period.from }, { day: period.to }, ...why(['noFullDay', 'incomplete'])],
    [text(t.compared), { day: period.compareFrom }, { day: period.compareTo }, ...why(['beforeIncomplete'])],
    [text(t.currency), text(scope.currency)],
    [text(t.dataThrough), summary.dataThrough && { day: summary.dataThrough }],
    [text(t.madeAt), text(`${formatInstant(scope.nowMs, language, scope.timeZone)} (${scope.timeZone})`)],
  ]
}

function figureRows(t: ExportTexts, summary: SummaryView): Row[] {
  const { forecast, savings, resources, connections } = summary
  const change = formatDecimal(femtosOf(summary.spend) - femtosOf(summary.spendBefore))
  return [
    [text(t.figures)],
    [text(t.figure), text(t.value), text(t.before), ...changeTitles(t)],
    [
      text(t.spend),
      money(summary.spend),
      money(summary.spendBefore),
      summary.comparison === 'whole' ? { amount: change, currency: summary.spend.currency } : null,
      percent(summary.changeRatio),
    ],
    [text(t.monthToDate), forecast && money(forecast.monthToDate)],
    [text(t.forecast), forecast && money(forecast.amount)],
    [text(t.lastMonth), forecast && money(forecast.lastMonth)],
    [text(t.savings), money(savings.monthly)],
    [text(t.recommendations), { number: savings.count }],
    [text(t.activeResources), { number: resources.active }],
    [text(t.allResources), { number: resources.total }],
    [text(t.activeConnections), { number: connections.active }],
    [text(t.allConnections), { number: connections.total }],
    ...summary.otherCurrencies.map((m): Row => [text(`${t.otherCurrency} (${m.currency})`), money(m)]),
  ]
}

function dayRows(t: ExportTexts, spend: SpendView, groupBy: SpendGroup, currency: Currency): Row[] {
  const cell = (amount: string | undefined): CsvCell => ({ amount: amount ?? '0', currency })
  return [
    [text(t.byDay[groupBy])],
    [text(t.day), ...spend.groups.map((group) => text(groupLabel(t, group, groupBy))), text(t.total)],
    ...spend.days.map(
      (day, at): Row => [
        { day },
        ...spend.groups.map((group) => cell(group.amounts[at])),
        cell(spend.totals[at]),
      ],
    ),
    [text(t.total), ...spend.groups.map((group) => cell(group.total)), cell(spend.total)],
  ]
}

function moverRows(t: ExportTexts, summary: SummaryView, movers: ReturnType<typeof listMovers>): Row[] {
  if (movers.comparison !== 'whole') return [[text(t.movers), text(t.notCompared)]]
  return [
    [text(t.movers)],
    [text(t.resource), text(t.connection), text(t.amount), text(t.before), ...changeTitles(t)],
    ...movers.items.map((item) => rankRow(t, item, true)),
    [text(t.total), null, money(summary.spend), money(summary.spendBefore), money(movers.totalChange)],
  ]
}

function groupLabel(
  t: ExportTexts,
  { key, label }: { key: string; label: string },
  groupBy: SpendGroup,
): string {
  if (key === 'other') return t.other
  return groupBy === 'provider' ? providerName(key, t.locale) : label
}

const changeTitles = (t: ExportTexts): Row => [text(t.change), text(t.changePercent)]

const rankRow = (t: ExportTexts, item: SpenderView, isComparable: boolean): Row => [
  text(item.key === '' ? t.noResource : item.label),
  text(item.context ?? ''),
  money(item.amount),
  money(item.before),
  isComparable ? money(item.change) : null,
  percent(item.changeRatio),
]

const money = ({ amount, currency }: MoneyView): CsvCell => ({ amount, currency })

/** Two places are what a person reads; the amounts beside it hold the exact figures. */
function percent(ratio: string | null): CsvCell {
  const femtos = ratio === null ? null : parseDecimal(ratio)
  if (femtos === null) return null
  return { number: formatDecimal(roundFemtos(femtos * 100n, 2)) }
}

const femtosOf = (m: MoneyView): bigint => parseDecimal(m.amount) ?? 0n
