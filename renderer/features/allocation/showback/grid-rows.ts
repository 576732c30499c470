import { createElement } from 'react'
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { GridCell, GridRow } from '#renderer/ui/grid/types.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import type { AllocationUrl } from '../url.ts'
import { type ColumnId, columnIds } from './columns.ts'
import { RowName } from './RowName.tsx'
import { keyOf, type TreeRow } from './view.ts'

type Words = { t: Translate; format: Format; currency: Currency; mode: AllocationUrl['mode'] }
type Report = CallOutput<'allocation.getShowback'>

const none: GridCell = { text: '—', tone: 'soft' }

/** A row of the tree as cells; an amount leads to the costs behind it. */
export function gridRowOf(at: TreeRow, words: Words): GridRow {
  const { row } = at
  const { t, format, mode } = words
  const money = (amount: string): GridCell => moneyCell(amount, words)
  const cell: Record<ColumnId, () => GridCell> = {
    name: () => nameCell(at, t),
    direct: () => money(row.direct),
    shared: () => money(row.shared),
    remainder: () => money(row.remainder),
    total: () => ({ ...money(row.total), opens: true }),
    share: () => shareCell(row.share, format),
    before: () => (row.before === null ? none : money(row.before)),
    change: () => changeCell(row, words),
    resources: () => ({ text: format.number(row.resources), exact: String(row.resources) }),
  }
  return { key: keyOf(row), cells: columnIds(mode).map((id) => cell[id]()) }
}

function nameCell({ row, hasChildren, isOpen }: TreeRow, t: Translate): GridCell {
  const label = row.label ?? row.key ?? t('showback.nobody')
  return {
    text: label,
    indent: row.depth,
    ...(row.key === null ? { tone: 'soft' as const } : {}),
    ...(hasChildren ? { opens: true } : {}),
    content: createElement(RowName, { label, hasChildren, isOpen }),
  }
}

const moneyCell = (amount: string, { format, currency }: Words): GridCell => ({
  text: format.money({ amount, currency }),
  exact: amount,
  unit: currency,
})

const shareCell = (share: string | null, format: Format): GridCell =>
  share === null ? none : { text: format.percent(share), exact: share }

type Changed = { total: string; before: string | null; changeRatio: string | null }

function changeCell({ total, before, changeRatio }: Changed, words: Words): GridCell {
  if (before === null) return none
  const { format, currency } = words
  const delta = (parseDecimal(total) ?? 0n) - (parseDecimal(before) ?? 0n)
  const amount = formatDecimal(delta)
  const ratio = changeRatio === null ? '' : ` (${format.percent(changeRatio, { sign: true })})`
  return {
    text: `${format.moneyWhole({ amount, currency }, { sign: true })}${ratio}`,
    exact: amount,
    unit: currency,
    ...(delta === 0n
      ? { tone: 'soft' as const }
      : { tone: delta > 0n ? ('bad' as const) : ('good' as const) }),
  }
}

/** All of it: what the parts at the top come to, and the total that the program tells. */
export function footOf(report: Report, words: Words): GridRow[] {
  const { t, format, mode } = words
  const tops = report.rows.filter(({ parentKey }) => parentKey === null)
  const sum = (figure: 'direct' | 'shared' | 'remainder'): GridCell =>
    moneyCell(
      formatDecimal(tops.reduce((total, row) => total + (parseDecimal(row[figure]) ?? 0n), 0n)),
      words,
    )
  const cell: Record<ColumnId, () => GridCell> = {
    name: () => ({ text: t('showback.sum') }),
    direct: () => sum('direct'),
    shared: () => sum('shared'),
    remainder: () => sum('remainder'),
    total: () => moneyCell(report.total, words),
    share: () => ({ text: format.percent('1') }),
    before: () => (report.before === null ? none : moneyCell(report.before, words)),
    change: () => changeCell({ ...report, changeRatio: null }, words),
    resources: () => ({ text: '' }),
  }
  return [{ key: 'sum', cells: columnIds(mode).map((id) => cell[id]()) }]
}
