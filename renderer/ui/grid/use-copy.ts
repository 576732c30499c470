import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import type { Language } from '#renderer/i18n/language.ts'
import { pressCopy } from '../press-copy.ts'
import { type Copied, copyText } from './copy-text.ts'
import { bodyRows, copiedCells, footRows, type RowSource } from './picked-rows.ts'
import type { Selection, Span } from './selection.ts'
import type { GridColumn, GridRow } from './types.ts'

/** More than a clipboard and a sheet take in one piece; there are exports for them. */
export const MOST_COPIED_ROWS = 100_000

export type CopyState = { at: 'copied'; cells: number } | { at: 'gathering' | 'again' | 'tooMany' | 'failed' }

type Made = { copied: Copied; cells: number }

type Props = {
  span: Span
  reach: Selection['reach']
  columns: readonly GridColumn[]
  source: RowSource
  language: Language
}

/**
 * Fills the clipboard within the event of the press, which needs nobody's leave. Rows that are not here are gathered
 * first; then the press is made again, by the program while it still may, else by the person.
 */
export function useCopy({ span, reach, columns, source, language }: Props) {
  const [state, setState] = useState<CopyState | null>(null)
  const ready = useRef<Made | null>(null)
  const { top, bottom, left, right } = span
  const wanted = [top, bottom, left, right, reach].join()
  const picked = useRef(wanted)
  // Another selection is another thing to copy.
  useEffect(() => {
    picked.current = wanted
    ready.current = null
    setState(null)
  }, [wanted])

  const make = (rows: readonly GridRow[]): Made => {
    const cells = copiedCells(span, reach, columns, [...rows, ...footRows(span, source)])
    return { copied: copyText(cells, language), cells: cells.length * (right - left + 1) }
  }
  const give = (data: DataTransfer | null, { copied, cells }: Made): void => {
    data?.setData('text/plain', copied.text)
    data?.setData('text/html', copied.html)
    setState({ at: 'copied', cells })
  }
  const gather = async (rows: Promise<readonly GridRow[]>): Promise<void> => {
    setState({ at: 'gathering' })
    try {
      const made = make(await rows)
      if (wanted !== picked.current) return
      ready.current = made
      if (!pressCopy((data) => give(data, made))) setState({ at: 'again' })
    } catch {
      if (wanted === picked.current) setState({ at: 'failed' })
    }
  }
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault()
    const rows = ready.current ? [] : bottom - top < MOST_COPIED_ROWS ? bodyRows(span, source) : 'tooMany'
    if (ready.current) give(event.clipboardData, ready.current)
    else if (rows === 'tooMany') setState({ at: 'tooMany' })
    else if (rows === null) setState({ at: 'failed' })
    else if (rows instanceof Promise) void gather(rows)
    else give(event.clipboardData, make(rows))
  }
  return { state, onCopy }
}
