import type { CallOutput } from '#shared/contract/index.ts'
import type { Provider } from '#shared/contract/values.ts'

export const PAGE_SIZE = 50

export const states = ['open', 'resolved', 'all'] as const
type State = (typeof states)[number]

export type Unrecognised = CallOutput<'unrecognised.list'>['items'][number]

type Url = { search: string; provider: Provider | null; state: State; page: number }

/** What the address asks for, as the contract wants it. */
export const listInput = ({ search, provider, state, page }: Url) => ({
  search: search.trim().slice(0, 200),
  ...(provider === null ? {} : { provider }),
  state,
  offset: (page - 1) * PAGE_SIZE,
  limit: PAGE_SIZE,
})
