import { useLocation } from 'wouter'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'

/** One click, no password. */
export function useOpenDemo(): { open: () => void; isPending: boolean; error: TransportError | null } {
  const [, navigate] = useLocation()
  const { mutate, isPending, error } = useCommand('people.startDemo')
  const open = (): void => mutate({}, { onSuccess: () => navigate('/', { replace: true }) })
  return { open, isPending, error }
}
