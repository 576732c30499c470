import { useMemo } from 'react'
import { useCall } from '#renderer/transport/use-call.ts'
import type { CostWhere, ViewSpec } from '#shared/contract/costs.ts'
import { bothOf } from '#shared/lib/group-where.ts'

const NONE: CostWhere = []

/** A view's own filter and the saved one that holds besides, as one: what the lines of the bills are asked with. */
export function useSavedWhere({ where, filterId }: Pick<ViewSpec, 'where' | 'filterId'>): CostWhere {
  const { data } = useCall('costFilters.list', {}, { enabled: filterId !== null })
  const saved = filterId === null ? NONE : (data?.items.find(({ id }) => id === filterId)?.where ?? NONE)
  return useMemo(() => bothOf(saved, where), [saved, where])
}
