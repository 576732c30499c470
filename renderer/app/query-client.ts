import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { TransportError } from '#renderer/transport/transport-error.ts'

/** A refusal for want of a session means that the page is out of date about who is signed in. */
function askWhoIsHere(error: unknown, name: unknown): void {
  if (!(error instanceof TransportError) || name === 'app.getState') return
  const { code } = error.error
  if (code === 'auth.required' || code === 'auth.locked') {
    void queryClient.invalidateQueries({ queryKey: ['app.getState'] })
  }
}

/** Answers stay fresh until an event says otherwise; the backend is local, so a failure is told at once. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => askWhoIsHere(error, query.queryKey[0]) }),
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => askWhoIsHere(error, mutation.options.mutationKey?.[0]),
  }),
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
