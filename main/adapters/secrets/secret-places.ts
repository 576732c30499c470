import type { GuessCost } from '#main/ports/guess-cost.ts'
import type { Paths } from '#main/ports/ports.ts'
import type { SecretPlaces } from '#main/ports/secrets.ts'
import type { Environment } from '../paths.ts'
import { createKeychain, type Keyring } from './keychain.ts'
import { createPassphraseVault } from './passphrase-vault.ts'

type Parts = { paths: Paths; env: Environment; cost: GuessCost }

/** INFRAZEN_KEYCHAIN=off leaves the system's keychain alone, where a rule of the house or a test wants that. */
export function createSecretPlaces({ paths, env, cost }: Parts): SecretPlaces {
  const load = async (): Promise<Keyring> => {
    if (env.INFRAZEN_KEYCHAIN === 'off') throw new Error('INFRAZEN_KEYCHAIN=off')
    return import('@napi-rs/keyring')
  }
  return {
    keychain: createKeychain({ load }),
    passphrase: createPassphraseVault(paths.vaultFile, cost),
  }
}
