import { type Answer, hasBefore, type Section } from '#renderer/app/costs/chart/answer.ts'
import type { BinWords } from '#renderer/app/costs/chart/use-bin-words.ts'
import {
  differenceOf,
  directionOf,
  type Figures,
  groupId,
  groupLabels,
  isZero,
  shareOf,
} from '#renderer/app/costs/chart/view.ts'
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { GridCell, GridColumn, GridRow } from '#renderer/ui/grid/types.ts'
import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import type { BinView, GroupView } from '#shared/contract/explorer.ts'
import type { Locale } from '#shared/lib/format-money.ts'

type RowLook = {
  answer: Answer
  section: Section
  spec: ViewSpec
  figures: Figures
  format: Format
  t: Translate
  language: Locale
  words: BinWords
  nameOf: (dimension: CostDimension) => string
}

const hasBins = ({ bins }: Answer): boolean => bins.length > 1

/** Whether there is something to compare a group with; a budget has no groups. */
const isCompared = ({ answer, section, spec }: RowLook): boolean =>
  answer.compared !== null && spec.comparison !== 'budget' && hasBefore(section)

const WIDE = 132

export function rowColumns(look: RowLook): GridColumn[] {
  const { answer, spec, t, words, nameOf } = look
  const sort = (by: string): GridColumn['sort'] =>
    spec.sort.by === by ? (spec.sort.isDescending ? 'descending' : 'ascending') : null
  const figure = (id: string, label: string, width = WIDE): GridColumn => ({
    id,
    label,
    width,
    align: 'end',
    sort: sort(id),
  })
  const still = (id: string, label: string, width: number): GridColumn => ({ id, label, width, align: 'end' })
  const names: GridColumn[] =
    answer.groupBy.length === 0
      ? [{ id: 'name', label: t('explorer.column.all'), width: 240, align: 'start' }]
      : answer.groupBy.map((dimension, at) => ({
          id: at === 0 ? 'name' : `name:${dimension}`,
          label: nameOf(dimension),
          width: answer.groupBy.length > 1 ? 190 : 280,
          align: 'start',
          ...(at === 0 ? { sort: sort('name') } : {}),
        }))
  return [
    ...names,
    figure('total', t('explorer.column.total'), 140),
    ...(isCompared(look)
      ? [
          figure('before', t('explorer.column.before')),
          figure('change', t('explorer.column.change')),
          still('ratio', t('explorer.column.ratio'), 92),
        ]
      : []),
    still('share', t('explorer.column.share'), 84),
    ...(hasBins(answer)
      ? answer.bins.map((bin) => {
          const id = binId(bin)
          const column = { id, label: words.short(bin), hint: words.title(bin), width: 116 }
          return bin.hour === null
            ? { ...column, align: 'end' as const, sort: sort(id) }
            : { ...column, align: 'end' as const }
        })
      : []),
  ]
}

const binId = ({ from, hour }: BinView): string => (hour === null ? from : `${from}T${hour}`)

const toneOf = (change: string): Pick<GridCell, 'tone'> => {
  const way = directionOf(change)
  return way === 'flat' ? { tone: 'soft' } : { tone: way === 'down' ? 'good' : 'bad' }
}

type Sums = Pick<GroupView, 'total' | 'before' | 'changeRatio' | 'amounts'>

function figureCells(sums: Sums, look: RowLook): GridCell[] {
  const { answer, section, figures, format } = look
  const money = (amount: string, options?: { sign: boolean }): GridCell => ({
    text: figures.exact(amount, options),
    exact: amount,
    unit: figures.unit,
    ...(isZero(amount) ? { tone: 'soft' } : {}),
  })
  const none: GridCell = { text: '—', exact: '', tone: 'soft' }
  const share = shareOf(sums.total, section.total.total)
  const change = sums.before === null ? null : differenceOf(sums.total, sums.before)
  return [
    money(sums.total),
    ...(isCompared(look)
      ? [
          sums.before === null ? none : money(sums.before),
          change === null ? none : { ...money(change, { sign: true }), ...toneOf(change) },
          sums.changeRatio === null || change === null
            ? none
            : {
                text: format.percent(sums.changeRatio, { sign: true }),
                exact: sums.changeRatio,
                ...toneOf(change),
              },
        ]
      : []),
    share === null ? none : { text: format.percent(share), exact: share },
    ...(hasBins(answer) ? sums.amounts.map((amount) => money(amount)) : []),
  ]
}

export function groupRow(group: GroupView, look: RowLook): GridRow {
  const { answer, t, language } = look
  const labels =
    answer.groupBy.length === 0 ? [t('explorer.total')] : groupLabels(group, answer.groupBy, t, language)
  return {
    key: groupId(group.keys),
    cells: [
      ...labels.map((text, at): GridCell => ({ text, ...(at === 0 ? { opens: true } : {}) })),
      ...figureCells(group, look),
    ],
  }
}

/** Below all rows, always in sight. */
export function totalRow(look: RowLook): GridRow {
  const { answer, section, t } = look
  const names = Math.max(1, answer.groupBy.length)
  return {
    key: 'total',
    cells: [
      { text: t('explorer.total') },
      ...Array.from({ length: names - 1 }, (): GridCell => ({ text: '' })),
      ...figureCells(section.total, look),
    ],
  }
}
