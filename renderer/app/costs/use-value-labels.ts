import { useQueries } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import type { CostDimension, CostWhere } from '#shared/contract/costs.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { valueLabel } from './value-label.ts'

/** Values of these are numbers; people know them by a name that only the backend has. */
const isNumbered = (dimension: string): boolean =>
  dimension === 'connection' || dimension === 'resource' || dimension.startsWith('level:')

const MOST = 200
const remembered = new Map<string, string>()
const keyOf = (dimension: string, value: string): string => `${dimension}\n${value}`

/** What was just chosen by its name is called by it at once. */
export function rememberLabel(dimension: CostDimension, value: string | null, label: string | null): void {
  if (value !== null && label !== null && isNumbered(dimension))
    remembered.set(keyOf(dimension, value), label)
}

/** The same of a group: its keys and labels stand in the order of what it was made by. */
export function rememberLabels(
  groupBy: readonly CostDimension[],
  keys: readonly (string | null)[],
  labels: readonly (string | null)[],
): void {
  for (const [at, dimension] of groupBy.entries())
    rememberLabel(dimension, keys[at] ?? null, labels[at] ?? null)
}

/** One question for all values of a dimension, and for resources, of which there may be very many, one for each. */
function questionsOf(where: CostWhere): CallInput<'explorer.listValues'>[] {
  const questions = new Map<string, CallInput<'explorer.listValues'>>()
  for (const { dimension, op, values } of where.flat()) {
    if (!isNumbered(dimension) || (op !== 'is' && op !== 'isNot')) continue
    if (dimension !== 'resource') questions.set(dimension, { dimension, limit: MOST })
    else
      for (const value of values.slice(0, 3))
        if (!remembered.has(keyOf(dimension, value)))
          questions.set(value, { dimension, search: value.replace(/^[^/]*\//, '').slice(0, 200), limit: 20 })
  }
  return [...questions.values()]
}

/** How the values of a filter are called. */
export function useValueLabels(where: CostWhere): (dimension: CostDimension, value: string) => string {
  const { t, language } = useText()
  const found = useQueries({
    queries: questionsOf(where).map((input) => ({
      queryKey: ['explorer.listValues', input],
      queryFn: () => transport.call('explorer.listValues', input),
    })),
    combine: (results) => results.flatMap(({ data }) => data?.items ?? []),
  })
  return useCallback(
    (dimension, value) => {
      const label = isNumbered(dimension)
        ? (remembered.get(keyOf(dimension, value)) ??
          found.find((item) => item.value === value)?.label ??
          null)
        : null
      return valueLabel(dimension, value, label, t, language)
    },
    [found, t, language],
  )
}
