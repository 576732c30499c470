import { createContext, useContext } from 'react'
import type { SessionView } from '#shared/contract/app.ts'

export const SessionContext = createContext<SessionView | null>(null)

/** Who is signed in and where. Only inside the shell, where somebody always is. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside the shell')
  return session
}
