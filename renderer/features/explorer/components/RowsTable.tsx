import { type Ref, useCallback, useMemo } from 'react'
import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import { useBinWords } from '#renderer/app/costs/chart/use-bin-words.ts'
import { figuresOf } from '#renderer/app/costs/chart/view.ts'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Grid } from '#renderer/ui/grid/Grid.tsx'
import type { GridHandle, GridRow } from '#renderer/ui/grid/types.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { GroupView } from '#shared/contract/explorer.ts'
import { groupRow, rowColumns, totalRow } from '../rows.ts'
import { type RowsBase, rowsInput, rowsQuery } from '../rows-query.ts'
import { useWindowed, type WindowSource } from '../use-windowed.ts'

type Props = {
  ref?: Ref<GridHandle>
  spec: ViewSpec
  answer: Answer
  section: Section
  /** As the address has it; null: the first. */
  unit: string | null
  search: string
  isBusy: boolean
  label: string
  onSort: (by: string) => void
  onOpen: (group: GroupView) => void
  onBack: () => void
  onType: (text: string) => void
}

/** The groups of a view one by one, all of them, with their bins; the chart above is a picture of it. */
export function RowsTable(props: Props) {
  const { ref, spec, answer, section, unit, search, isBusy, label, onSort, onOpen, onBack, onType } = props
  const { t, language } = useText()
  const format = useFormat()
  const { nameOf } = useDimensions()
  const words = useBinWords(spec.granularity)
  const base = useMemo<RowsBase>(() => ({ spec, unit, search }), [spec, unit, search])
  const first = useCall('explorer.listRows', rowsInput(base, 0))
  const count = first.data?.total ?? 0
  const source = useMemo<WindowSource<GroupView>>(
    () => ({
      key: (page) => rowsQuery(base, page).queryKey,
      ask: (page) => rowsQuery(base, page).queryFn(),
    }),
    [base],
  )
  const { onRange, itemAt, itemsBetween, error, retry, isFetching } = useWindowed(source, count)
  const look = useMemo(
    () => ({
      answer,
      section,
      spec,
      figures: figuresOf(section, format, language),
      format,
      t,
      language,
      words,
      nameOf,
    }),
    [answer, section, spec, format, t, language, words, nameOf],
  )
  const columns = useMemo(() => rowColumns(look), [look])
  const rowOf = useMemo(() => {
    const made = new WeakMap<GroupView, GridRow>()
    return (group: GroupView): GridRow => {
      const row = made.get(group) ?? groupRow(group, look)
      made.set(group, row)
      return row
    }
  }, [look])
  const foot = useMemo(() => [totalRow(look)], [look])
  const rowAt = useCallback(
    (index: number): GridRow | null => {
      const group = itemAt(index)
      return group === null ? null : rowOf(group)
    },
    [itemAt, rowOf],
  )
  const rowsBetween = useCallback(
    async (from: number, to: number) => (await itemsBetween(from, to)).map(rowOf),
    [itemsBetween, rowOf],
  )
  const failed = error ?? first.error
  if (failed && first.data === undefined)
    return <ErrorBanner error={failed} onRetry={() => void first.refetch()} />
  if (first.data === undefined)
    return (
      <div aria-busy="true">
        <Skeleton height={360} radius={10} />
      </div>
    )
  return (
    <>
      {failed ? <ErrorBanner error={failed} onRetry={retry} isRetrying={isFetching} /> : null}
      {count === 0 ? <p role="status">{t('explorer.noRows')}</p> : null}
      <Grid
        ref={ref}
        label={label}
        columns={columns}
        count={count}
        rowAt={rowAt}
        rowsBetween={rowsBetween}
        onRange={onRange}
        frozen={Math.max(1, answer.groupBy.length)}
        foot={foot}
        list={JSON.stringify(base)}
        isBusy={isBusy || first.isPlaceholderData}
        onSort={onSort}
        onOpen={(index) => {
          const group = itemAt(index)
          if (group) onOpen(group)
        }}
        onBack={onBack}
        onType={onType}
      />
    </>
  )
}
