import { useQuery } from '@tanstack/react-query'
import { type Ref, useCallback, useMemo } from 'react'
import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import { figuresOf, isZero } from '#renderer/app/costs/chart/view.ts'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Grid } from '#renderer/ui/grid/Grid.tsx'
import type { GridCell, GridColumn, GridHandle, GridRow } from '#renderer/ui/grid/types.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { GroupView } from '#shared/contract/explorer.ts'
import { pivotOf } from '../pivot.ts'

type Props = {
  ref?: Ref<GridHandle>
  spec: ViewSpec
  answer: Answer
  section: Section
  label: string
  onOpen: (keys: readonly (string | null)[]) => void
  onBack: () => void
}

const PAGE = 500
/** More crossings than anybody reads; the rest is told in one line. */
const MOST_PAGES = 12

async function readGroups(spec: ViewSpec, unit: string): Promise<readonly GroupView[]> {
  const all: GroupView[] = []
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await transport.call('explorer.listRows', {
      spec: { ...spec, sort: { by: 'total', isDescending: true } },
      unit,
      offset: page * PAGE,
      limit: PAGE,
    })
    all.push(...answer.items)
    if (all.length >= answer.total) break
  }
  return all
}

/** The first groupings down, the last one across. */
export function PivotPanel({ ref, spec, answer, section, label, onOpen, onBack }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { nameOf } = useDimensions()
  const { groupBy } = answer
  const { unit } = section
  const asked = { ...spec, granularity: 'total' as const, isCumulative: false }
  const { data, error, refetch } = useQuery<readonly GroupView[], TransportError>({
    queryKey: ['explorer.listRows', { spec: asked, unit, isPivot: true }],
    queryFn: () => readGroups(asked, unit),
  })
  const pivot = useMemo(
    () => (data ? pivotOf(data, groupBy, section.total.total, spec.top, t, language) : null),
    [data, groupBy, section.total.total, spec.top, t, language],
  )
  const figures = useMemo(() => figuresOf(section, format, language), [section, format, language])
  const cell = useCallback(
    (amount: string | null): GridCell =>
      amount === null
        ? { text: '', exact: '' }
        : {
            text: figures.exact(amount),
            exact: amount,
            unit: figures.unit,
            ...(isZero(amount) ? { tone: 'soft' as const } : {}),
          },
    [figures],
  )
  const depth = Math.max(1, groupBy.length - 1)
  const columns = useMemo<GridColumn[]>(
    () => [
      ...groupBy.slice(0, -1).map((dimension) => ({
        id: dimension,
        label: nameOf(dimension),
        width: 220,
        align: 'start' as const,
      })),
      { id: 'total', label: t('explorer.column.total'), width: 140, align: 'end' },
      ...(pivot?.columns ?? []).map(({ id, label: text }) => ({
        id: `at ${id}`,
        label: text,
        hint: text,
        width: 140,
        align: 'end' as const,
      })),
    ],
    [groupBy, nameOf, pivot, t],
  )
  const rows = useMemo<GridRow[]>(
    () =>
      (pivot?.rows ?? []).map((row) => ({
        key: row.id,
        cells: [
          ...Array.from(
            { length: depth },
            (_, at): GridCell => ({
              text: row.names[at] ?? '',
              ...(at === 0 && row.keys ? { opens: true } : {}),
            }),
          ),
          cell(row.total),
          ...row.amounts.map(cell),
        ],
      })),
    [pivot, depth, cell],
  )
  const foot = useMemo<GridRow[]>(
    () =>
      pivot === null
        ? []
        : [
            {
              key: 'total',
              cells: [
                { text: t('explorer.total') },
                ...Array.from({ length: depth - 1 }, (): GridCell => ({ text: '' })),
                cell(pivot.total),
                ...pivot.totals.map(cell),
              ],
            },
          ],
    [pivot, depth, cell, t],
  )
  if (error && !data) return <ErrorBanner error={error} onRetry={() => void refetch()} />
  if (!pivot)
    return (
      <div aria-busy="true">
        <Skeleton height={420} radius={10} />
      </div>
    )
  return (
    <Grid
      ref={ref}
      label={label}
      columns={columns}
      count={rows.length}
      rowAt={(index) => rows[index] ?? null}
      frozen={depth}
      foot={foot}
      list={JSON.stringify([asked, unit])}
      onOpen={(index) => {
        const keys = pivot.rows[index]?.keys
        if (keys) onOpen(keys)
      }}
      onBack={onBack}
    />
  )
}
