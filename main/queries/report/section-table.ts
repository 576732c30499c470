import { binKey, binTitle } from '#main/core/export/bin-title.ts'
import { tableTexts } from '#main/core/export/table-texts.ts'
import { fromFemtos, ratio } from '#main/core/money/money.ts'
import type { DocCell, DocColumn, DocRow } from '#main/core/report/document.ts'
import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import type { BinView, GroupView, SectionView } from '#shared/contract/explorer.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { changeRatio } from '../figures.ts'
import type { Report } from './report.ts'
import { femtosOf, minus, moneyColumn, plainColumn, textColumn } from './tables.ts'

export type Figures = Pick<SectionView['total'], 'total' | 'before' | 'amounts'>

type Asked = {
  view: ViewSpec
  groupBy: readonly CostDimension[]
  bins: readonly BinView[]
  section: Pick<SectionView, 'unit' | 'isCurrency' | 'total'>
}

/** The columns of a view's table in one currency or unit, and how its rows fill them. */
export function sectionTable(report: Report, { view, groupBy, bins, section }: Asked) {
  const { t, language } = report
  const { unit, isCurrency, total } = section
  const shown = view.granularity === 'total' ? [] : bins
  const hasBefore = total.before !== null
  const hasShare = shown.length === 0 && isCurrency && groupBy.length > 0
  const named = names(report, groupBy)

  const figure = (key: string, title: string): DocColumn =>
    isCurrency
      ? moneyColumn({ key, title }, unit as Currency)
      : plainColumn(key, unit === '' ? title : `${title}, ${unit}`, 'number', true)
  const columns: DocColumn[] = [
    ...named.columns,
    ...shown.map((bin) => figure(binKey(bin), binTitle(bin, view.granularity, language))),
    figure('total', t.columns.total),
    ...(hasShare ? [plainColumn('share', t.columns.share, 'share')] : []),
    ...(hasBefore
      ? [
          figure('before', view.comparison === 'budget' ? t.columns.budget : t.columns.before),
          figure('change', t.columns.change),
          plainColumn('changeRatio', t.columns.changeRatio, 'share'),
        ]
      : []),
  ]

  /** Quantities have no currency to say what their shares are of. */
  const part = (of: string, whole: string): DocCell =>
    isCurrency
      ? ratio(fromFemtos(femtosOf(of), unit as Currency), fromFemtos(femtosOf(whole), unit as Currency))
      : null

  function figures({ total: own, before, amounts, changeRatio: told }: Told): DocCell[] {
    return [
      ...shown.map((_, at) => amounts[at] ?? '0'),
      own,
      ...(hasShare ? [part(own, total.total)] : []),
      ...(!hasBefore
        ? []
        : before === null
          ? [null, null, null]
          : [before, minus(own, before), told === undefined ? changeOf(own, before) : told]),
    ]
  }

  const changeOf = (own: string, before: string): string | null =>
    isCurrency && total.changeRatio !== null
      ? changeRatio(femtosOf(own) - femtosOf(before), femtosOf(before), unit as Currency)
      : null

  const lineOf = (label: string, row: Told): DocCell[] => [
    ...named.columns.map((_, at) => (at === 0 ? label : null)),
    ...figures(row),
  ]

  return {
    columns,
    rowOf: (group: GroupView): DocRow => ({ cells: [...named.of(group), ...figures(group)] }),
    restRow: (rest: Figures, count: number): DocRow => ({
      cells: lineOf(`${t.rest} (${count})`, rest),
    }),
    totalRow: (): DocRow => ({ cells: lineOf(t.total, total), role: 'sum' }),
  }
}

type Told = Figures & { changeRatio?: string | null }

/** What groups are called; a resource has its number beside its name. */
export function names({ t, words, language }: Report, groupBy: readonly CostDimension[]) {
  const columns: DocColumn[] = groupBy.flatMap((dimension, at) => [
    textColumn(keyOf(dimension, at), words.nameOf(dimension), 2.4),
    ...(dimension === 'resource' ? [textColumn('resourceRef', t.columns.ref, 1.6)] : []),
  ])
  return {
    columns: columns.length > 0 ? columns : [textColumn('name', tableTexts[language].table, 2.4)],
    of({ keys, labels }: Pick<GroupView, 'keys' | 'labels'>): DocCell[] {
      if (groupBy.length === 0) return [t.total]
      return groupBy.flatMap((dimension, at) => {
        const key = keys[at] ?? null
        const name = words.labelOf(dimension, key, labels[at] ?? null)
        return dimension === 'resource' ? [name, key === null ? null : key.replace(/^[^/]*\//, '')] : [name]
      })
    },
  }
}

/** Tags and levels have names of any alphabet: their place says which they are. */
const keyOf = (dimension: CostDimension, at: number): string =>
  /^[a-zA-Z]+$/.test(dimension) ? dimension : `${dimension.split(':')[0]}${at + 1}`
