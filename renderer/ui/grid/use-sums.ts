import { useEffect, useRef, useState } from 'react'
import { bodyRows, footRows, hereRows, type RowSource } from './picked-rows.ts'
import { cellsIn, type Span } from './selection.ts'
import { type CellSums, sumCells } from './sum-cells.ts'
import type { GridRow } from './types.ts'

/** Rows that are asked for only to be summed up. */
export const MOST_SUMMED_ROWS = 10_000
/** From so many cells on, a selection is summed up when it rests. */
const MANY_CELLS = 3_000
const REST_MS = 120

export type SumState = { at: 'sums'; sums: CellSums } | { at: 'summing' | 'tooMany' | 'failed' }

/** What is selected, added up; null for a single cell. Totals in the foot are added only to each other. */
export function useSums(selected: Span, source: RowSource, list: string): SumState | null {
  const span = { ...selected, top: Math.max(0, selected.top) }
  const cells = selected.bottom < 0 ? 0 : cellsIn(span)
  const rows = cells > 1 && cells <= MANY_CELLS ? rowsHere(span, source) : null
  const isLate = cells > 1 && rows === null
  const wanted = isLate ? [list, source.count, ...Object.values(span)].join() : ''
  const [late, setLate] = useState<{ of: string; state: SumState } | null>(null)
  const latest = useRef({ span, source })
  latest.current = { span, source }
  useEffect(() => {
    const { top, bottom, left, right } = latest.current.span
    if (wanted === '' || bottom - top >= MOST_SUMMED_ROWS) return
    const show = (state: SumState): void => setLate({ of: wanted, state })
    const sum = (all: readonly GridRow[]): void => show({ at: 'sums', sums: sumCells(all, left, right) })
    const timer = window.setTimeout(() => {
      const { span: now, source: from } = latest.current
      const picked = now.top < from.count ? bodyRows(now, from) : footRows(now, from)
      if (picked === null) show({ at: 'failed' })
      else if (picked instanceof Promise) picked.then(sum, () => show({ at: 'failed' }))
      else sum(picked)
    }, REST_MS)
    return () => window.clearTimeout(timer)
  }, [wanted])
  if (rows) return { at: 'sums', sums: sumCells(rows, span.left, span.right) }
  if (!isLate) return null
  if (span.bottom - span.top >= MOST_SUMMED_ROWS) return { at: 'tooMany' }
  return late?.of === wanted ? late.state : { at: 'summing' }
}

const rowsHere = (span: Span, source: RowSource): readonly GridRow[] | null =>
  span.top < source.count ? hereRows(span, source) : footRows(span, source)
