import { fromFemtos, ratio } from '#main/core/money/money.ts'
import type { DocBlock, DocRow } from '#main/core/report/document.ts'
import { periodName } from '#main/core/report/period-name.ts'
import { fill } from '#main/core/report/say.ts'
import { absolute, compareExact } from '#main/core/rules/exact.ts'
import type { EffectView } from '#shared/contract/explorer.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { type Currency, currencyPlaces } from '#shared/lib/currency.ts'
import { formatDecimal, roundFemtos } from '#shared/lib/decimal.ts'
import { formatMoney } from '#shared/lib/format-money.ts'
import { formatDay } from '#shared/lib/format-time.ts'
import { explainEach } from '../explorer-explain.query.ts'
import { changeRatio } from '../figures.ts'
import { type BlockOf, titleIn } from './block.ts'
import { signedPercent } from './money-text.ts'
import type { Report } from './report.ts'
import { docTable, femtosOf, minus, moneyColumn, plainColumn, plus, textColumn } from './tables.ts'

/** Of each effect so many things are named. */
const NAMED = 3

type Explained = CallOutput<'explorer.explain'>
type Of = { report: Report; unit: Currency; groupBy: Explained['groupBy'] }

/** From the compared days to these: a picture, what each effect did as a table, and the reasons in words. */
export function waterfallBlocks(report: Report, block: BlockOf<'waterfall'>): DocBlock[] {
  const view = report.viewOf(block)
  const title = block.title || report.t.titles.why
  const all = explainEach(report.costScope, view)
  if (all.length === 0) return [report.untold(block.id, title, 'data.none')]
  return all.flatMap((told) => {
    for (const { code, subject } of told.problems) report.tell(block.id, code, subject)
    const unit = told.unit ?? report.scope.currency
    return explained(report, block.id, titleIn(title, unit, all.length), told, unit)
  })
}

function explained(report: Report, id: string, title: string, told: Explained, unit: Currency): DocBlock[] {
  const { t, language } = report
  const of: Of = { report, unit, groupBy: told.groupBy }
  const effects = told.effects.filter(({ amount }) => femtosOf(amount) !== 0n)
  const change = minus(told.after, told.before)
  const now = periodName(told.period, language)
  const then = told.compared ? periodName(told.compared, language) : ''
  const share = (amount: string): string | null =>
    ratio(fromFemtos(femtosOf(amount), unit), fromFemtos(femtosOf(change), unit))
  // What rounds to nothing has no place in a picture or a sentence; the table keeps it, so that it adds up.
  const seen = effects.filter(({ amount }) => !isNothing(amount, unit))
  const rows = effects.map(
    ({ kind, amount, ...effect }): DocRow => ({
      cells: [t.effects[kind], amount, share(amount), itemsText(of, { kind, amount, ...effect })],
    }),
  )
  return [
    {
      kind: 'chart',
      id,
      title,
      height: 'small',
      chart: {
        kind: 'waterfall',
        unit,
        steps: [
          { id: 'before', label: then, kind: 'total', amount: told.before },
          ...seen.map(({ kind, amount }) => ({
            id: kind,
            label: t.effects[kind],
            kind: 'effect' as const,
            amount,
          })),
          { id: 'after', label: now, kind: 'total', amount: told.after },
        ],
      },
      table: docTable(
        {
          columns: [
            textColumn('reason', t.columns.reason, 1.6),
            moneyColumn({ key: 'amount', title: t.columns.change }, unit),
            plainColumn('share', t.columns.share, 'share'),
            textColumn('most', t.columns.most, 4),
          ],
          rows: () => rows,
          count: rows.length,
          total: { cells: [t.total, change, null, null], role: 'sum' },
        },
        { limit: null, isPreview: report.options.isPreview },
      ),
    },
    { kind: 'text', id, title: '', paragraphs: [summary(report, told, unit, then), ...reasons(of, seen)] },
  ]
}

const isNothing = (amount: string, currency: Currency): boolean =>
  roundFemtos(femtosOf(amount), currencyPlaces[currency]) === 0n

/** Whether one amount is a hundredth of another at least. */
const isWorthNaming = (part: string, whole: string): boolean =>
  absolute(femtosOf(part)) * 100n >= absolute(femtosOf(whole))

function summary({ t, language }: Report, told: Explained, currency: Currency, then: string): string {
  const change = femtosOf(told.after) - femtosOf(told.before)
  const money = (amount: string): string => formatMoney({ amount, currency }, language)
  const part = changeRatio(change, femtosOf(told.before), currency)
  const { rose, fell, same } = t.sentences
  return fill(change > 0n ? rose : change < 0n ? fell : same, {
    period: periodName(told.period, language),
    before: `${money(told.before)} (${then})`,
    after: money(told.after),
    change: money(formatDecimal(absolute(change))),
    ratio: part === null ? '' : ` (${signedPercent(part, language)})`,
  })
}

/** The largest effects first, whichever way they go. */
const reasons = (of: Of, effects: readonly EffectView[]): string[] =>
  [...effects]
    .sort((a, b) => compareExact(absolute(femtosOf(b.amount)), absolute(femtosOf(a.amount))))
    .map((effect) =>
      fill(of.report.t.sentences.effect, {
        effect: of.report.t.effects[effect.kind],
        amount: signed(of, effect.amount),
        items: itemsText(of, effect),
      }),
    )

const signed = ({ report, unit }: Of, amount: string): string =>
  formatMoney({ amount, currency: unit }, report.language, { sign: true })

function itemsText(of: Of, { amount, groups, items }: EffectView): string {
  const { t, words, language, period } = of.report
  const [first] = items
  const named = items.slice(0, NAMED).filter((one) => isWorthNaming(one.amount, first?.amount ?? '0'))
  const text = named.map(({ keys, labels, amount: own, since }) => {
    const name = of.groupBy
      .map((dimension, at) => words.labelOf(dimension, keys[at] ?? null, labels[at] ?? null))
      .join(' / ')
    // What stands for the whole effect needs no sum of its own.
    const told = isNothing(minus(amount, own), of.unit) ? name : `${name} ${signed(of, own)}`
    // From the first day on is no news.
    return since === null || since <= period.from
      ? told
      : fill(t.sentences.since, { name: told, day: formatDay(since, language) })
  })
  const left = minus(amount, plus(named.map((one) => one.amount)))
  const rest =
    groups > named.length && !isNothing(left, of.unit) && isWorthNaming(left, amount)
      ? [fill(t.sentences.others, { amount: signed(of, left) })]
      : []
  return [...text, ...rest].join('; ')
}
