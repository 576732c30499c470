import { useSession } from '#renderer/app/use-session.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { isGranted } from '#shared/contract/permissions.ts'

/** Where the secrets lie and whether they can be read now. */
export const useVault = () => useCall('vault.getState', {})

/** The demo company has no secrets, and whoever opens it no say in those of others. */
export function useVaultRights(): { mayChoose: boolean; mayUnlock: boolean } {
  const { role, isDemo } = useSession()
  return {
    mayChoose: !isDemo && isGranted(role, 'settings.write'),
    mayUnlock: !isDemo && isGranted(role, 'data.write'),
  }
}
