import type { VaultKind, VaultView } from '#shared/contract/vault.ts'

/** What choosing this place takes, and what it would leave behind. */
type SetupPlan = {
  /** `existing`: the passphrase of the file that is there; `new`: one for a new file. */
  asks: 'nothing' | 'existing' | 'new'
  /** The file that is there does not open any more and makes room for a new one. */
  startsOver: boolean
  /** What lies in the present place cannot be carried over, because that does not open. */
  leavesBehind: 'file' | 'keychain' | null
}

export function planSetup(state: VaultView, chosen: VaultKind, wantsNewFile: boolean): SetupPlan {
  const { kind, keychain, passphrase: file } = state
  if (chosen === 'keychain') {
    const isShut = kind === 'passphrase' && (file === 'locked' || file === 'damaged')
    return { asks: 'nothing', startsOver: false, leavesBehind: isShut ? 'file' : null }
  }
  const leavesBehind = kind === 'keychain' && keychain !== 'ready' ? 'keychain' : null
  if (file === 'open') return { asks: 'nothing', startsOver: false, leavesBehind }
  if (file === 'locked' && !wantsNewFile) return { asks: 'existing', startsOver: false, leavesBehind }
  return { asks: 'new', startsOver: file !== 'absent', leavesBehind }
}
