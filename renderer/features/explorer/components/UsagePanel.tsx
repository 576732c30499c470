import { type Ref, useCallback, useMemo } from 'react'
import { shareOf } from '#renderer/app/costs/chart/view.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Grid } from '#renderer/ui/grid/Grid.tsx'
import type { GridHandle, GridRow } from '#renderer/ui/grid/types.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { type UsageItem, usageColumns, usageRow } from '../usage.ts'
import { useWindowed, WINDOW, type WindowSource } from '../use-windowed.ts'
import styles from './UsagePanel.module.css'

type Props = {
  ref?: Ref<GridHandle>
  spec: ViewSpec
  search: string
  label: string
  onOpen: (item: UsageItem) => void
  onBack: () => void
  onType: (text: string) => void
}

/** What resources cost beside how much of them is used, the dearest first. */
export function UsagePanel({ ref, spec, search, label, onOpen, onBack, onType }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const inputOf = useCallback(
    (page: number) => ({
      spec,
      search: search.trim().slice(0, 200),
      offset: page * WINDOW,
      limit: WINDOW,
    }),
    [spec, search],
  )
  const first = useCall('explorer.listUsage', inputOf(0))
  const count = first.data?.total ?? 0
  const source = useMemo<WindowSource<UsageItem>>(
    () => ({
      key: (page) => ['explorer.listUsage', inputOf(page)],
      ask: (page) => transport.call('explorer.listUsage', inputOf(page)),
    }),
    [inputOf],
  )
  const { onRange, itemAt, itemsBetween, error, retry, isFetching } = useWindowed(source, count)
  const rowOf = useMemo(() => {
    const made = new WeakMap<UsageItem, GridRow>()
    return (item: UsageItem): GridRow => {
      const row = made.get(item) ?? usageRow(item, t, language, format)
      made.set(item, row)
      return row
    }
  }, [t, language, format])
  const rowAt = useCallback(
    (index: number): GridRow | null => {
      const item = itemAt(index)
      return item === null ? null : rowOf(item)
    },
    [itemAt, rowOf],
  )
  const rowsBetween = useCallback(
    async (from: number, to: number) => (await itemsBetween(from, to)).map(rowOf),
    [itemsBetween, rowOf],
  )
  const columns = useMemo(() => usageColumns(t), [t])
  const failed = error ?? first.error
  if (!first.data)
    return failed ? (
      <ErrorBanner error={failed} onRetry={() => void first.refetch()} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={420} radius={10} />
      </div>
    )
  return (
    <>
      {failed ? <ErrorBanner error={failed} onRetry={retry} isRetrying={isFetching} /> : null}
      <p className={styles.measured}>
        {first.data.measured
          .map(({ currency, cost, ofCost }) => {
            const share = shareOf(cost, ofCost)
            return t('explorer.measured', {
              cost: format.money({ amount: cost, currency }),
              of: format.money({ amount: ofCost, currency }),
              share: share === null ? '—' : format.percent(share),
            })
          })
          .join(' ')}
      </p>
      <Grid
        ref={ref}
        label={label}
        columns={columns}
        count={count}
        rowAt={rowAt}
        rowsBetween={rowsBetween}
        onRange={onRange}
        list={JSON.stringify([spec, search])}
        isBusy={first.isPlaceholderData}
        onOpen={(index) => {
          const item = itemAt(index)
          if (item) onOpen(item)
        }}
        onBack={onBack}
        onType={onType}
      />
    </>
  )
}
