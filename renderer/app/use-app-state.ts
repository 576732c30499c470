import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { transport } from '#renderer/transport/transport.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import type { CallOutput } from '#shared/contract/index.ts'

type AppState = CallOutput<'app.getState'>

const ownerOf = ({ session }: AppState): string =>
  session && !session.isLocked ? `${session.userId} ${session.workspaceId}` : ''

let lastOwner = ''

/** Figures of one organisation must not flash up in another, nor stay in memory behind the lock. */
async function ask(client: QueryClient): Promise<AppState> {
  const state = await transport.call('app.getState', {})
  const owner = ownerOf(state)
  if (owner !== lastOwner) {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app.getState' })
  }
  lastOwner = owner
  return state
}

export function useAppState(): UseQueryResult<AppState, TransportError> {
  const client = useQueryClient()
  return useQuery<AppState, TransportError, AppState, readonly unknown[]>({
    queryKey: ['app.getState', {}],
    queryFn: () => ask(client),
  })
}
