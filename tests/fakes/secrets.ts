import type { KeychainState, SecretPlaces, SecretShelf } from '#main/ports/secrets.ts'
import { AppError } from '#shared/errors/app-error.ts'

export type FakeSecrets = SecretPlaces & {
  /** What the keychain holds, for a test to look at. */
  kept: Map<string, string>
  setKeychain(state: KeychainState): void
}

const SAID = 'a test said so'

/** A keychain in memory, and a vault under a passphrase that never meets a disk. */
export function fakeSecrets(): FakeSecrets {
  const kept = new Map<string, string>()
  const vaulted = new Map<string, string>()
  let keychain: KeychainState = 'ready'
  let passphrase: string | null = null
  let isOpen = false
  const shelf = (values: Map<string, string>, ready: () => void): SecretShelf => {
    return {
      get: async (name) => {
        ready()
        return values.get(name) ?? null
      },
      put: async (name, value) => {
        ready()
        values.set(name, value)
      },
      remove: async (name) => {
        ready()
        values.delete(name)
      },
    }
  }
  const keychainReady = (): void => {
    if (keychain !== 'ready') throw new AppError('vault.noKeychain', { detail: SAID })
  }
  const vaultReady = (): void => {
    if (!isOpen) throw new AppError('vault.locked')
  }
  return {
    kept,
    setKeychain: (state) => {
      keychain = state
    },
    keychain: {
      ...shelf(kept, keychainReady),
      probe: async () => ({ state: keychain, detail: keychain === 'ready' ? null : SAID }),
    },
    passphrase: {
      ...shelf(vaulted, vaultReady),
      state: () => (passphrase === null ? 'absent' : isOpen ? 'open' : 'locked'),
      create: async (given) => {
        vaulted.clear()
        passphrase = given
        isOpen = true
      },
      unlock: async (given) => {
        if (given !== passphrase) return false
        isOpen = true
        return true
      },
      rekey: async (given) => {
        vaultReady()
        passphrase = given
      },
      lock: () => {
        isOpen = false
      },
      destroy: async () => {
        vaulted.clear()
        passphrase = null
        isOpen = false
      },
    },
  }
}
