import { type CsvCell, text } from '#main/core/export/csv.ts'
import { tableTexts } from '#main/core/export/table-texts.ts'
import { readWorkspaceName } from '#main/queries/app.query.ts'
import type { Words } from '#main/queries/explorer/words.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { CostWhere, ViewSpec } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { isDay } from '#shared/lib/day.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { formatDay, formatInstant } from '#shared/lib/format-time.ts'
import { costWords } from '#shared/texts/cost-words.ts'

type Head = Omit<CallOutput<'explorer.getChart'>, 'sections'>

export type TableOf = { title: string; spec: ViewSpec; where: CostWhere; head: Head; words: Words }

/** What stands above a table: whose, of which days, of what, and what there is to know of it. */
export function tableNotes(scope: Scope, table: TableOf, locale: Locale): CsvCell[][] {
  const t = tableTexts[locale]
  const { spec, head } = table
  const words = costWords[locale]
  const isMoney = spec.metric !== 'quantity'
  const metric = [
    words[`metric.${spec.metric}`],
    ...(isMoney ? [words[`vat.${spec.vat}`]] : []),
    ...(spec.isCumulative ? [t.cumulative] : []),
  ]
  const { converted } = head
  const rates =
    converted && spec.currency ? t.rules[converted.rule].replace('{currency}', spec.currency) : null
  return [
    ...topNotes(scope, table, locale),
    ...(head.compared
      ? [[text(t.notes.compared), { day: head.compared.from }, { day: head.compared.to }]]
      : []),
    [text(t.notes.metric), text(metric.join(', '))],
    ...said(t.notes.rates, rates),
    ...endNotes(scope, table, locale),
  ]
}

/** Above the lines beneath a view: they are what the bill says, whatever the view makes of it. */
export function lineNotes(scope: Scope, table: TableOf, locale: Locale): CsvCell[][] {
  const t = tableTexts[locale]
  return [
    ...topNotes(scope, table, locale),
    [text(t.notes.metric), text(t.asBilled)],
    [text(t.notes.remark), text(t.wholeLines)],
    ...endNotes(scope, table, locale),
  ]
}

function topNotes(scope: Scope, { title, head }: TableOf, locale: Locale): CsvCell[][] {
  const { notes } = tableTexts[locale]
  return [
    [text(notes.company), text(readWorkspaceName(scope))],
    ...said(notes.table, title),
    [text(notes.period), { day: head.period.from }, { day: head.period.to }],
  ]
}

function endNotes(scope: Scope, { where, head, words }: TableOf, locale: Locale): CsvCell[][] {
  const { notes, problems } = tableTexts[locale]
  return [
    ...said(notes.where, words.whereText(where)),
    ...(head.dataThrough ? [[text(notes.dataThrough), { day: head.dataThrough }]] : []),
    [text(notes.made), text(`${formatInstant(scope.nowMs, locale, scope.timeZone)} (${scope.timeZone})`)],
    ...head.problems.map(({ code, subject }): CsvCell[] => {
      const about = subject !== null && isDay(subject) ? formatDay(subject, locale) : (subject ?? '')
      return [text(notes.remark), text(problems[code].replace('{subject}', () => about))]
    }),
  ]
}

const said = (label: string, value: string | null): CsvCell[][] =>
  value === null || value === '' ? [] : [[text(label), text(value)]]
