import type { CubeQuestion, LedgerSpan } from '#main/ports/ledger.ts'
import type { Day } from '#shared/lib/day.ts'
import { isTold } from './day-sums.ts'
import type { Selection } from './selection.ts'
import { DAYS } from './sums.ts'
import type { Part, Tiers } from './tiers.ts'

type Metric = CubeQuestion['metric']

/** A part within which every virtual tag says the same of a key: `stretches` in the order of the selection's tags. */
export type CutPart = Part & { stretches: readonly Day[] }

/** The same of lines, none of them summed beforehand. */
export function lineParts(
  tiers: Tiers,
  selection: Selection,
  span: LedgerSpan,
  metric: Metric = 'billed',
): CutPart[] {
  const parts = tiers.parts(span)
  return cutParts(
    selection.isByInvoice ? parts.map((part) => tiers.byInvoice(part, metric)) : parts,
    selection,
    span,
  )
}

/** What a span is added up from, cut where a virtual tag may say something else. */
export function partsOf(
  tiers: Tiers,
  selection: Selection,
  span: LedgerSpan & { metric: Metric },
): CutPart[] {
  const { dimensions, filter, unit } = selection.asked
  const isByDay = unit === 'currency' && span.filter?.importId === undefined && isTold(dimensions, filter)
  return isByDay
    ? cutParts(tiers.parts(span, true), selection, span)
    : lineParts(tiers, selection, span, span.metric)
}

function cutParts(parts: readonly Part[], selection: Selection, span: LedgerSpan): CutPart[] {
  if (selection.virtualIds.length === 0) return parts.map((part) => ({ ...part, stretches: NONE }))
  const all = selection.stretchesOf(span)
  return parts.flatMap((part) => cut(part, all))
}

const NONE: readonly Day[] = []

function cut(part: Part, all: readonly (readonly Day[])[]): CutPart[] {
  const { month, mask, day } = part
  const at = (on: string): Day[] =>
    all.map((firsts) => firsts.findLast((first) => first <= on) ?? (on as Day))
  if (day) return [{ ...part, stretches: at(day) }]
  const starts = new Set(
    all.flat().flatMap((first) => (first.startsWith(month) ? [Number(first.slice(8))] : [])),
  )
  const cuts = [...new Set([1, ...starts])].sort((a, b) => a - b)
  return cuts.flatMap((first, n) => {
    const own = mask & daysBetween(first, (cuts[n + 1] ?? DAYS) - 1)
    return own === 0
      ? []
      : [{ ...part, mask: own, stretches: at(`${month}-${String(first).padStart(2, '0')}`) }]
  })
}

const daysBetween = (first: number, last: number): number => (2 ** last - 1) & ~(2 ** (first - 1) - 1)
