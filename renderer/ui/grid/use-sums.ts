import { useEffect, useState } from 'react'
import { bodyRows, footRows, type RowSource } from './picked-rows.ts'
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
export function useSums(span: Span, { count, rowAt, rowsBetween, foot }: RowSource): SumState | null {
  const [state, setState] = useState<SumState | null>(null)
  const { top, bottom, left, right } = span
  useEffect(() => {
    const whole = { top: Math.max(0, top), bottom, left, right }
    const cells = cellsIn(whole)
    if (cells <= 1 || bottom < 0) {
      setState(null)
      return
    }
    const source = { count, rowAt, rowsBetween, foot }
    let isWanted = true
    const show = (next: SumState): void => {
      if (isWanted) setState(next)
    }
    const add = (): void => {
      const rows = whole.top < count ? bodyRows(whole, source) : footRows(whole, source)
      const sum = (all: readonly GridRow[]): void => show({ at: 'sums', sums: sumCells(all, left, right) })
      if (rows === null) show({ at: 'tooMany' })
      else if (rows instanceof Promise) rows.then(sum, () => show({ at: 'failed' }))
      else sum(rows)
    }
    if (cells <= MANY_CELLS && isHere(whole, count, rowAt)) {
      add()
      return () => {
        isWanted = false
      }
    }
    show(bottom - whole.top >= MOST_SUMMED_ROWS ? { at: 'tooMany' } : { at: 'summing' })
    const timer = bottom - whole.top < MOST_SUMMED_ROWS ? window.setTimeout(add, REST_MS) : 0
    return () => {
      isWanted = false
      window.clearTimeout(timer)
    }
  }, [top, bottom, left, right, count, rowAt, rowsBetween, foot])
  return state
}

function isHere({ top, bottom }: Span, count: number, rowAt: RowSource['rowAt']): boolean {
  for (let i = top; i <= Math.min(bottom, count - 1); i += 1) if (rowAt(i) === null) return false
  return true
}
