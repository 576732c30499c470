import { transport } from '#renderer/transport/transport.ts'
import { type ViewSpec, viewSpec } from '#shared/contract/costs.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { WINDOW } from './use-windowed.ts'

/** A table of a view: what every window of it has in common. A unit of null asks for the first one. */
export type RowsBase = { spec: ViewSpec; unit: string | null; search: string }

/** The rows are the same whatever picture stands above them. */
export const rowsInput = (
  { spec, unit, search }: RowsBase,
  page: number,
): CallInput<'explorer.listRows'> => ({
  spec: { ...spec, look: 'bars' },
  ...(unit === null ? {} : { unit }),
  search: search.trim().slice(0, 200),
  offset: page * WINDOW,
  limit: WINDOW,
})

/** Named as `useCall` would name it: the same answer is kept once, whoever asks. */
export const rowsQuery = (base: RowsBase, page: number) => {
  const input = rowsInput(base, page)
  return {
    queryKey: ['explorer.listRows', input] as const,
    queryFn: () => transport.call('explorer.listRows', input),
  }
}

/** The chart does not ask in what order its table stands, nor what it looks like. */
const { sort: PLAIN_SORT } = viewSpec.parse({})
export const chartSpec = (spec: ViewSpec): ViewSpec => ({ ...spec, look: 'bars', sort: PLAIN_SORT })

export const chartQuery = (spec: ViewSpec) => ({
  queryKey: ['explorer.getChart', { spec: chartSpec(spec) }] as const,
  queryFn: () => transport.call('explorer.getChart', { spec: chartSpec(spec) }),
})
