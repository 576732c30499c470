import { QueryClientProvider } from '@tanstack/react-query'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { queryClient } from './query-client.ts'
import { SessionGate } from './SessionGate.tsx'
import { useAppearance } from './use-appearance.ts'

export function App() {
  useAppearance()
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <SessionGate />
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
