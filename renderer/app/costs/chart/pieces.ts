import type { ChartPiece } from '#shared/charts/chart-data.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { type Part, REST, sumOf } from './view.ts'

const pieceOf = (part: Part): ChartPiece => ({
  id: part.id,
  label: part.label,
  rank: part.rank,
  isRest: part.id === REST,
  amount: part.total,
})

/** Areas: with several groupings, what belongs together by the first of them lies together. */
export function nestedPieces(parts: readonly Part[]): ChartPiece[] {
  if (!parts.some(({ names }) => names.length > 1)) return parts.map(pieceOf)
  const byFirst = Map.groupBy(parts, (part) =>
    part.id === REST ? REST : JSON.stringify(part.keys?.[0] ?? null),
  )
  return [...byFirst]
    .map(([id, members]): ChartPiece => {
      const [first] = members
      if (id === REST && first) return pieceOf(first)
      return {
        id: `first ${id}`,
        label: first?.names[0] ?? '',
        rank: 0,
        amount: sumOf(members.map(({ total }) => total)),
        children: members.map((part) => ({ ...pieceOf(part), label: part.names.slice(1).join(' · ') })),
      }
    })
    .sort((a, b) => compare(b.amount, a.amount))
    .map((piece, rank) => ({ ...piece, rank, isRest: piece.id === REST }))
}

function compare(a: string, b: string): number {
  const [x, y] = [parseDecimal(a) ?? 0n, parseDecimal(b) ?? 0n]
  return x < y ? -1 : x > y ? 1 : 0
}
