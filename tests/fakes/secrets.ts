import type { KeychainState, SecretPlaces, SecretShelf } from '#main/ports/secrets.ts'

export type FakeSecrets = SecretPlaces & {
  /** What the keychain holds, for a test to look at. */
  kept: Map<string, string>
  setKeychain(state: KeychainState): void
}

/** A keychain in memory, and a vault under a passphrase that never meets a disk. */
export function fakeSecrets(): FakeSecrets {
  const kept = new Map<string, string>()
  const vaulted = new Map<string, string>()
  let keychain: KeychainState = 'ready'
  let passphrase: string | null = null
  let isOpen = false
  const shelf = (values: Map<string, string>, isReady: () => boolean): SecretShelf => {
    const ready = (): void => {
      if (!isReady()) throw new Error('this place of secrets does not answer')
    }
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
  return {
    kept,
    setKeychain: (state) => {
      keychain = state
    },
    keychain: {
      ...shelf(kept, () => keychain === 'ready'),
      probe: async () => ({ state: keychain, detail: keychain === 'ready' ? null : 'a test said so' }),
    },
    passphrase: {
      ...shelf(vaulted, () => isOpen),
      state: () => (passphrase === null ? 'absent' : isOpen ? 'open' : 'locked'),
      create: async (given) => {
        passphrase = given
        isOpen = true
      },
      unlock: async (given) => {
        isOpen = given === passphrase
        return isOpen
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
