import { type Ref, useCallback, useMemo, useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Grid } from '#renderer/ui/grid/Grid.tsx'
import type { GridHandle, GridRow } from '#renderer/ui/grid/types.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { CostMetric, CostWhere } from '#shared/contract/costs.ts'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { type LineSort, lineColumns, lineRow, lineTotals } from '../lines.ts'
import { useWindowed, WINDOW, type WindowSource } from '../use-windowed.ts'

type Props = {
  ref?: Ref<GridHandle>
  range: DayRange
  where: CostWhere
  /** Null: of all currencies. */
  currency: Currency | null
  search: string
  metric: CostMetric
  onOpen: (line: LedgerLineView) => void
  onBack: () => void
  onType: (text: string) => void
}

/** The last level: what the bills say, line by line. */
export function LinesPanel({ ref, range, where, currency, search, metric, onOpen, onBack, onType }: Props) {
  const { t } = useText()
  const format = useFormat()
  const [sort, setSort] = useState<LineSort>({ by: 'cost', isDescending: true })
  const connections = useCall('connections.list', { hasArchived: true })
  const filter = useMemo(
    () => ({
      from: range.from,
      to: range.to,
      where,
      ...(currency === null ? {} : { currencies: [currency] }),
      ...(search.trim() === '' ? {} : { search: search.trim() }),
    }),
    [range.from, range.to, where, currency, search],
  )
  const inputOf = useCallback(
    (page: number) => ({
      filter,
      sort: sort.by,
      isDescending: sort.isDescending,
      offset: page * WINDOW,
      limit: WINDOW,
    }),
    [filter, sort],
  )
  const first = useCall('ledger.listLines', inputOf(0))
  const totals = useCall('ledger.getTotals', { filter })
  const count = first.data?.total ?? 0
  const source = useMemo<WindowSource<LedgerLineView>>(
    () => ({
      key: (page) => ['ledger.listLines', inputOf(page)],
      ask: (page) => transport.call('ledger.listLines', inputOf(page)),
    }),
    [inputOf],
  )
  const { onRange, itemAt, itemsBetween, error, retry, isFetching } = useWindowed(source, count)
  const rowOf = useMemo(() => {
    const names = new Map(connections.data?.items.map(({ id, name }) => [id, name]))
    const made = new WeakMap<LedgerLineView, GridRow>()
    return (line: LedgerLineView): GridRow => {
      const row = made.get(line) ?? lineRow(line, metric, (id) => names.get(id) ?? id, format)
      made.set(line, row)
      return row
    }
  }, [connections.data, metric, format])
  const rowAt = useCallback(
    (index: number): GridRow | null => {
      const line = itemAt(index)
      return line === null ? null : rowOf(line)
    },
    [itemAt, rowOf],
  )
  const rowsBetween = useCallback(
    async (from: number, to: number) => (await itemsBetween(from, to)).map(rowOf),
    [itemsBetween, rowOf],
  )
  const columns = useMemo(() => lineColumns(metric, sort, t), [metric, sort, t])
  const foot = useMemo(
    () => lineTotals(totals.data?.totals ?? [], metric, t, format),
    [totals.data, metric, t, format],
  )
  const failed = error ?? first.error
  if (first.data === undefined)
    return failed ? (
      <ErrorBanner error={failed} onRetry={() => void first.refetch()} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={360} radius={10} />
      </div>
    )
  return (
    <>
      {failed ? <ErrorBanner error={failed} onRetry={retry} isRetrying={isFetching} /> : null}
      <Grid
        ref={ref}
        label={t('explorer.linesLabel', { range: format.dayRange(range.from, range.to) })}
        columns={columns}
        count={count}
        rowAt={rowAt}
        rowsBetween={rowsBetween}
        onRange={onRange}
        foot={foot}
        list={JSON.stringify([filter, sort])}
        isBusy={first.isPlaceholderData}
        onSort={(id) => {
          if (id !== 'day' && id !== 'cost') return
          setSort((now) => ({ by: id, isDescending: now.by === id ? !now.isDescending : true }))
        }}
        onOpen={(index) => {
          const line = itemAt(index)
          if (line) onOpen(line)
        }}
        onBack={onBack}
        onType={onType}
      />
    </>
  )
}
