import { type CsvCell, csvPresets, csvText, excelPreset, text } from '#main/core/export/csv.ts'
import { tableTexts } from '#main/core/export/table-texts.ts'
import { readWorkspaceName } from '#main/queries/app.query.ts'
import { getSummary } from '#main/queries/dashboard-summary.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { formatInstant } from '#shared/lib/format-time.ts'
import { costWords } from '#shared/texts/cost-words.ts'
import { boardTexts } from './board-texts.ts'
import { tableShape } from './table-shape.ts'

type Row = readonly CsvCell[]
type Input = ParsedInput<'dashboard.export'>

/**
 * What the overview shows, as one CSV file: its figures, then each tile of costs as a table. Amounts keep every digit, so
 * a sum over the cells in a spreadsheet is the total that the screen shows.
 */
export function exportBoard(
  scope: Scope,
  { period, tiles, language }: Input,
): CallOutput<'dashboard.export'> {
  const rows: Row[] = [
    ...headRows(scope, period, language),
    [],
    ...figureRows(scope, period, language),
    ...tiles.flatMap((tile) => [[], ...tileRows(scope, tile, language)]),
  ]
  return {
    fileName: `InfraZen_${period.from}_${period.to}.csv`,
    mediaType: 'text/csv;charset=utf-8',
    text: csvText(rows, csvPresets[excelPreset(language)]),
  }
}

function headRows(scope: Scope, { from, to }: Input['period'], locale: Input['language']): Row[] {
  const { notes } = tableTexts[locale]
  return [
    [text(notes.company), text(readWorkspaceName(scope))],
    [text(notes.period), { day: from }, { day: to }],
    [text(notes.made), text(`${formatInstant(scope.nowMs, locale, scope.timeZone)} (${scope.timeZone})`)],
  ]
}

function figureRows(scope: Scope, period: Input['period'], locale: Input['language']): Row[] {
  const t = boardTexts[locale]
  const { forecast, savings, resources, connections, dataThrough } = getSummary(scope, {
    period: { ...period, compareFrom: period.from, compareTo: period.to },
  })
  return [
    [text(t.figures)],
    [text(tableTexts[locale].notes.dataThrough), dataThrough && { day: dataThrough }],
    [text(t.monthToDate), forecast && money(forecast.monthToDate)],
    [text(t.forecast), forecast && money(forecast.amount)],
    [text(t.lastMonth), forecast && money(forecast.lastMonth)],
    [text(t.savings), money(savings.monthly)],
    [text(t.recommendations), { number: savings.count }],
    [text(t.activeResources), { number: resources.active }],
    [text(t.allResources), { number: resources.total }],
    [text(t.activeConnections), { number: connections.active }],
    [text(t.allConnections), { number: connections.total }],
  ]
}

function tileRows(scope: Scope, { title, spec }: Input['tiles'][number], locale: Input['language']): Row[] {
  const asked = { title, spec, locale, isForPrograms: false }
  const { table, sections, columns, rowOf, lineOf } = tableShape(scope, asked)
  const { period, compared } = table.head
  return [
    [text(title), { day: period.from }, { day: period.to }],
    ...(compared
      ? [[text(tableTexts[locale].notes.compared), { day: compared.from }, { day: compared.to }]]
      : []),
    columns.map((column) => text(column.title)),
    ...sections.flatMap(({ unit, groups, rest, total }): Row[] => [
      ...groups.map((group) => rowOf(group, unit)),
      ...(rest ? [lineOf(costWords[locale].rest, unit, rest)] : []),
      lineOf(tableTexts[locale].total, unit, total),
    ]),
  ]
}

const money = ({ amount, currency }: MoneyView): CsvCell => ({ amount, currency })
