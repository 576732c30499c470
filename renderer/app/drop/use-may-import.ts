import { isGranted } from '#shared/contract/permissions.ts'
import { useSession } from '../use-session.ts'

/** `look`: may see only; `demo`: the demo company takes no files. */
export function useMayImport(): 'take' | 'demo' | 'look' {
  const { role, isDemo } = useSession()
  if (!isGranted(role, 'data.write')) return 'look'
  return isDemo ? 'demo' : 'take'
}
