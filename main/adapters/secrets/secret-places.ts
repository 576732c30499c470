import type { Paths } from '#main/ports/ports.ts'
import type { SecretPlaces } from '#main/ports/secrets.ts'
import type { Environment } from '../paths.ts'
import { createKeychain, type Keyring } from './keychain.ts'
import { createPassphraseVault } from './passphrase-vault.ts'

/** INFRAZEN_KEYCHAIN=off leaves the system's keychain alone, where a rule of the house or a test wants that. */
export function createSecretPlaces({ paths, env }: { paths: Paths; env: Environment }): SecretPlaces {
  const load = async (): Promise<Keyring> => {
    if (env.INFRAZEN_KEYCHAIN === 'off') throw new Error('INFRAZEN_KEYCHAIN=off')
    return import('@napi-rs/keyring')
  }
  return {
    keychain: createKeychain({ load }),
    passphrase: createPassphraseVault(paths.vaultFile),
  }
}
