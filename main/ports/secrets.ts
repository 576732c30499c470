/**
 * A place for secrets. Names are ours (`connection/<id>`); values are never logged, shown or stored anywhere else.
 * Throws an AppError of `vault.*` where it cannot do it: noKeychain, failed, locked, damaged.
 */
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
type PassphraseState = 'absent' | 'locked' | 'open' | 'damaged'

/** One encrypted file in the data folder; its key is derived from the passphrase and lives in memory only. */
export type PassphraseVault = SecretShelf & {
  state(): PassphraseState
  /** An empty vault, open. A file that stands in its place is set aside under another name, never overwritten. */
  create(passphrase: string): Promise<void>
  /** False when the passphrase is wrong; what was open stays open then. */
  unlock(passphrase: string): Promise<boolean>
  /** Another passphrase for an open vault; what is in it stays. */
  rekey(passphrase: string): Promise<void>
  lock(): void
  /** Removes the file with everything in it. */
  destroy(): Promise<void>
}

export type SecretPlaces = { keychain: Keychain; passphrase: PassphraseVault }
