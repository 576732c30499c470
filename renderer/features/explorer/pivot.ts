import { groupId, groupLabels, sumOf } from '#renderer/app/costs/chart/view.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import type { GroupView } from '#shared/contract/explorer.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import type { Locale } from '#shared/lib/format-money.ts'

type PivotLine = {
  id: string
  names: readonly string[]
  keys: readonly (string | null)[] | null
  /** In the order of the columns; a null has no costs at all. */
  amounts: readonly (string | null)[]
  total: string
}
type Pivot = {
  columns: readonly { id: string; label: string }[]
  rows: readonly PivotLine[]
  totals: readonly string[]
  total: string
}

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n
const REST = '*rest'

type Line = Omit<PivotLine, 'amounts' | 'total'> & { cells: Map<string, bigint>; sum: bigint }

const byAmount = (a: { sum: bigint }, b: { sum: bigint }): number =>
  a.sum > b.sum ? -1 : a.sum < b.sum ? 1 : 0

/**
 * Groups by two dimensions and more as a cross table: the last one goes across, the largest so many of its values apart.
 * What was not read, of very many groups, stands in a line of its own, so that the whole is the whole.
 */
export function pivotOf(
  groups: readonly GroupView[],
  groupBy: readonly CostDimension[],
  whole: string,
  most: number,
  t: Translate,
  language: Locale,
): Pivot {
  const lines = new Map<string, Line>()
  const across = new Map<string, { id: string; label: string; sum: bigint }>()
  let read = 0n
  for (const group of groups) {
    const names = groupLabels(group, groupBy, t, language)
    const keys = group.keys.slice(0, -1)
    const amount = femtos(group.total)
    read += amount
    const columnId = groupId(group.keys.slice(-1))
    const column = across.get(columnId) ?? { id: columnId, label: names.at(-1) ?? '', sum: 0n }
    across.set(columnId, { ...column, sum: column.sum + amount })
    const id = groupId(keys)
    const line = lines.get(id) ?? { id, names: names.slice(0, -1), keys, cells: new Map(), sum: 0n }
    line.cells.set(columnId, (line.cells.get(columnId) ?? 0n) + amount)
    line.sum += amount
    lines.set(id, line)
  }
  const ranked = [...across.values()].sort(byAmount)
  const apart = ranked.length > most + 1 ? ranked.slice(0, most) : ranked
  const together = ranked.slice(apart.length)
  const columns = [
    ...apart,
    ...(together.length > 0 ? [{ id: REST, label: t('costs.rest.count', { count: together.length }) }] : []),
  ].map(({ id, label }) => ({ id, label }))
  const rows = [...lines.values()].sort(byAmount).map((line): PivotLine => {
    const rest = together.filter(({ id }) => line.cells.has(id))
    const text = (amount: bigint | undefined): string | null =>
      amount === undefined ? null : formatDecimal(amount)
    return {
      id: line.id,
      names: line.names,
      keys: line.keys,
      amounts: columns.map(({ id }) =>
        id === REST
          ? text(
              rest.length === 0
                ? undefined
                : rest.reduce((sum, each) => sum + (line.cells.get(each.id) ?? 0n), 0n),
            )
          : text(line.cells.get(id)),
      ),
      total: formatDecimal(line.sum),
    }
  })
  const left = femtos(whole) - read
  if (left !== 0n)
    rows.push({
      id: REST,
      names: [t('costs.rest')],
      keys: null,
      amounts: columns.map(() => null),
      total: formatDecimal(left),
    })
  return {
    columns,
    rows,
    totals: columns.map((_, at) => sumOf(rows.map((row) => row.amounts[at] ?? '0'))),
    total: whole,
  }
}
