import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Grid } from '#renderer/ui/grid/Grid.tsx'
import type { GridHandle } from '#renderer/ui/grid/types.ts'
import type { lineSorts } from '#shared/contract/ledger.ts'
import type { ColumnId } from '../columns.ts'
import { lineColumns, lineRows, sortOf } from '../line-rows.ts'
import { setWidth, useColumns } from '../look.ts'
import type { LinesBase } from '../url.ts'
import { fetchLines, pagesAround, useLines } from '../use-lines.ts'

type Props = {
  base: LinesBase
  total: number
  columns: readonly ColumnId[]
  /** Where the line in the drawer stands. */
  openIndex: number | null
  isBusy: boolean
  label: string
  onSort: (sort: (typeof lineSorts)[number]) => void
  onOpen: (index: number) => void
}

/** Every line that the filter keeps, drawn as it is looked at. */
export function LinesTable(props: Props) {
  const { base, total, columns, openIndex, isBusy, label, onSort, onOpen } = props
  const { t } = useText()
  const format = useFormat()
  const client = useQueryClient()
  const grid = useRef<GridHandle>(null)
  const widths = useColumns((state) => state.widths)
  const { want, line, error, retry, isFetching } = useLines(base)
  const heads = useMemo(() => lineColumns(columns, widths, base, t), [columns, widths, base, t])
  const rowOf = useMemo(() => lineRows(columns, t, format), [columns, t, format])
  const onRange = useCallback(
    (first: number, last: number) => want(pagesAround(first, last, total)),
    [want, total],
  )
  useEffect(() => {
    if (openIndex !== null) grid.current?.goTo(openIndex)
  }, [openIndex])
  return (
    <>
      {error ? <ErrorBanner error={error} onRetry={retry} isRetrying={isFetching} /> : null}
      <Grid
        ref={grid}
        label={label}
        list={JSON.stringify(base)}
        columns={heads}
        count={total}
        rowAt={(index) => {
          const found = line(index)
          return found ? rowOf(found) : null
        }}
        rowsBetween={async (first, last) => (await fetchLines(client, base, first, last)).map(rowOf)}
        onRange={onRange}
        isBusy={isBusy}
        onSort={(columnId) => {
          const sort = sortOf(columnId)
          if (sort !== null) onSort(sort)
        }}
        onOpen={onOpen}
        onWidth={setWidth}
      />
    </>
  )
}
