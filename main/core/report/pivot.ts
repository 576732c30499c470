import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { compareExact, compareText } from '../rules/exact.ts'

type Cell = { names: readonly string[]; column: string; amount: string }
type Line = { names: readonly string[]; cells: Map<string, bigint>; sum: bigint }

type Pivot = {
  /** The largest first; `rest` stands for all others together. */
  columns: readonly { name: string | null; count: number }[]
  lines: readonly { names: readonly string[]; amounts: readonly (string | null)[]; total: string }[]
}

const femtos = (amount: string): bigint => parseDecimal(amount) ?? 0n

/** Groups as a cross table: what each is called down, and its last name across, the largest so many apart. */
export function pivotOf(cells: readonly Cell[], most: number): Pivot {
  const lines = new Map<string, Line>()
  const across = new Map<string, bigint>()
  for (const { names, column, amount } of cells) {
    const id = JSON.stringify(names)
    const line = lines.get(id) ?? { names, cells: new Map<string, bigint>(), sum: 0n }
    lines.set(id, line)
    const own = femtos(amount)
    line.cells.set(column, (line.cells.get(column) ?? 0n) + own)
    line.sum += own
    across.set(column, (across.get(column) ?? 0n) + own)
  }
  const ranked = [...across].sort(([a, x], [b, y]) => compareExact(y, x) || compareText(a, b))
  const apart = (ranked.length > most + 1 ? ranked.slice(0, most) : ranked).map(([name]) => name)
  const together = ranked.slice(apart.length).map(([name]) => name)
  return {
    columns: [
      ...apart.map((name) => ({ name, count: 1 })),
      ...(together.length > 0 ? [{ name: null, count: together.length }] : []),
    ],
    lines: [...lines.values()]
      .sort((a, b) => compareExact(b.sum, a.sum) || compareText(a.names.join(' '), b.names.join(' ')))
      .map((line) => ({
        names: line.names,
        amounts: [
          ...apart.map((name) => textOf(line.cells.get(name))),
          ...(together.length > 0 ? [restOf(line, together)] : []),
        ],
        total: formatDecimal(line.sum),
      })),
  }
}

const textOf = (amount: bigint | undefined): string | null =>
  amount === undefined ? null : formatDecimal(amount)

function restOf({ cells }: Line, names: readonly string[]): string | null {
  const own = names.filter((name) => cells.has(name))
  return own.length === 0 ? null : formatDecimal(own.reduce((sum, name) => sum + (cells.get(name) ?? 0n), 0n))
}
