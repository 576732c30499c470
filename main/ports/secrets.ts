/** A place for secrets. Names are ours (`connection/<id>`); values are never logged, shown or stored anywhere else. */
export type SecretShelf = {
  get(name: string): Promise<string | null>
  put(name: string, value: string): Promise<void>
  remove(name: string): Promise<void>
}

/** `missing`: this system offers none; `locked`: there is one and it does not open; `failed`: anything else. */
export type KeychainState = 'ready' | 'missing' | 'locked' | 'failed'

export type Keychain = SecretShelf & {
  /** Writes, reads and removes a canary. Never throws. */
  probe(): Promise<{ state: KeychainState; detail: string | null }>
}

/** `absent`: none was made yet. */
export type PassphraseState = 'absent' | 'locked' | 'open' | 'damaged'

/** One encrypted file in the data folder; its key is derived from the passphrase and lives in memory only. */
export type PassphraseVault = SecretShelf & {
  state(): PassphraseState
  create(passphrase: string): Promise<void>
  /** False when the passphrase is wrong. */
  unlock(passphrase: string): Promise<boolean>
  lock(): void
  /** Removes the file with everything in it. */
  destroy(): Promise<void>
}

export type SecretPlaces = { keychain: Keychain; passphrase: PassphraseVault }
