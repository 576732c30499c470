import type { Log, Paths } from '#main/ports/ports.ts'
import type { SecretPlaces } from '#main/ports/secrets.ts'

export function createSecretPlaces(_parts: {
  paths: Paths
  log: Log
  platform: NodeJS.Platform
}): SecretPlaces {
  const later = (): never => {
    throw new Error('not written yet')
  }
  const shelf = { get: later, put: later, remove: later }
  return {
    keychain: { ...shelf, probe: async () => ({ state: 'missing', detail: null }) },
    passphrase: {
      ...shelf,
      state: () => 'absent',
      create: later,
      unlock: later,
      lock: later,
      destroy: later,
    },
  }
}
