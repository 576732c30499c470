import { useSession } from '#renderer/app/use-session.ts'
import { isGranted } from '#shared/contract/permissions.ts'

/** `look`: may see only; `demo`: there is nothing real to act on, which is said when somebody tries. */
export function useMayAct(): 'act' | 'look' | 'demo' {
  const { role, isDemo } = useSession()
  if (!isGranted(role, 'data.write')) return 'look'
  return isDemo ? 'demo' : 'act'
}
