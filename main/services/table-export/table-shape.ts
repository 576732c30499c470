import { binKey, binTitle } from '#main/core/export/bin-title.ts'
import { type CsvCell, text } from '#main/core/export/csv.ts'
import type { SheetColumn } from '#main/core/export/sheet.ts'
import { tableTexts } from '#main/core/export/table-texts.ts'
import { questionOf } from '#main/queries/explorer/question.ts'
import { wordsOf } from '#main/queries/explorer/words.ts'
import { getChart } from '#main/queries/explorer-chart.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { Granularity, ViewSpec } from '#shared/contract/costs.ts'
import type { BinView, GroupView, SectionView } from '#shared/contract/explorer.ts'
import { isCurrency } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal, roundFemtos } from '#shared/lib/decimal.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import type { TableOf } from './notes.ts'

export type Asked = { title: string; spec: ViewSpec; locale: Locale; isForPrograms: boolean }

type Row = Pick<SectionView['total'], 'total' | 'before' | 'changeRatio' | 'amounts'>
type Shape = {
  units: readonly string[]
  /** A column says what the figures of a row are counted in. */
  saysUnit: boolean
  hasBefore: boolean
  bins: readonly BinView[]
  step: Granularity
}

/** The columns that a view has in a file, and how its rows fill them. */
export function tableShape(scope: Scope, { title, spec, locale, isForPrograms }: Asked) {
  const t = tableTexts[locale]
  const words = wordsOf(scope, locale)
  const { sections, ...head } = getChart(scope, { spec })
  const { groupBy, step, where } = questionOf(scope, spec)
  const shape: Shape = {
    units: sections.map(({ unit }) => unit),
    saysUnit: isForPrograms || sections.length !== 1,
    hasBefore: sections.some(({ total }) => total.before !== null),
    bins: step === 'total' ? [] : head.bins,
    step,
  }
  const named: SheetColumn[] = groupBy.flatMap((dimension): SheetColumn[] => [
    { title: words.nameOf(dimension), kind: 'text', width: 32 },
    ...(dimension === 'resource' ? [{ title: t.columns.resourceRef, kind: 'text', width: 24 } as const] : []),
  ])
  const names: SheetColumn[] = named.length > 0 ? named : [{ title: t.table, kind: 'text', width: 32 }]
  const namesOf = ({ keys, labels }: Pick<GroupView, 'keys' | 'labels'>): CsvCell[] => {
    if (named.length === 0) return [text(t.total)]
    return groupBy.flatMap((dimension, at): CsvCell[] => {
      const key = keys[at] ?? null
      const name = text(words.labelOf(dimension, key, labels[at] ?? null))
      return dimension === 'resource' ? [name, key === null ? null : text(refOf(key))] : [name]
    })
  }
  /** A row that is of no group: the rest, a total. */
  const lineOf = (label: string, unit: string, row: Row): CsvCell[] => [
    text(shape.units.length > 1 ? `${label}, ${unit}` : label),
    ...names.slice(1).map(() => null),
    ...figures(row, unit, shape),
  ]
  const before = names.length + (shape.saysUnit ? 1 : 0)
  const table: TableOf = { title, spec, where, head, words }
  return {
    table,
    sections,
    columns: [...names, ...figureColumns(shape, { spec, locale, isForPrograms })],
    /** The columns whose sums under the table are those of its rows, and not a budget. */
    summed: [...shape.bins, null].map((_, at) => before + at),
    rowOf: (group: GroupView, unit: string): CsvCell[] => [...namesOf(group), ...figures(group, unit, shape)],
    lineOf,
  }
}

const refOf = (key: string): string => key.replace(/^[^/]*\//, '')

/** Where all is of one currency the head says so, and the figures are amounts; else each row says what it counts in. */
function figureColumns(shape: Shape, { spec, locale, isForPrograms }: Omit<Asked, 'title'>): SheetColumn[] {
  const t = tableTexts[locale].columns
  const [unit = ''] = shape.units
  const isOne = shape.units.length === 1
  const figure = (title: string): SheetColumn => {
    const named = !shape.saysUnit && unit !== '' ? `${title}, ${unit}` : title
    return isOne && isCurrency(unit)
      ? { title: named, kind: 'amount', currency: unit, width: 16 }
      : { title: named, kind: 'figure', width: 16 }
  }
  const nameOf = (bin: BinView): string => (isForPrograms ? binKey(bin) : binTitle(bin, shape.step, locale))
  return [
    ...(!shape.saysUnit ? [] : [{ title: t.unit, kind: 'text', width: 14 } as const]),
    ...shape.bins.map((bin) => figure(nameOf(bin))),
    figure(t.total),
    ...(shape.hasBefore
      ? [
          figure(spec.comparison === 'budget' ? t.budget : t.before),
          figure(t.change),
          { title: t.changePercent, kind: 'number', width: 12 } as const,
        ]
      : []),
  ]
}

function figures(row: Row, unit: string, shape: Shape): CsvCell[] {
  const cell = (amount: string): CsvCell =>
    isCurrency(unit) ? { amount, currency: unit } : { number: amount }
  const change = (): CsvCell[] => {
    if (row.before === null) return [null, null, null]
    const difference = (parseDecimal(row.total) ?? 0n) - (parseDecimal(row.before) ?? 0n)
    return [cell(row.before), cell(formatDecimal(difference)), percent(row.changeRatio)]
  }
  return [
    ...(shape.saysUnit ? [text(unit)] : []),
    ...shape.bins.map((_, at) => cell(row.amounts[at] ?? '0')),
    cell(row.total),
    ...(shape.hasBefore ? change() : []),
  ]
}

/** Two places are what a person reads; the amounts beside it hold the exact figures. */
function percent(ratio: string | null): CsvCell {
  const femtos = ratio === null ? null : parseDecimal(ratio)
  return femtos === null ? null : { number: formatDecimal(roundFemtos(femtos * 100n, 2)) }
}
