import type { GuessCost } from './guess-cost.ts'
import type { Inbox } from './inbox.ts'
import type { Mail } from './mail.ts'
import type { Net } from './net.ts'
import type { Policy } from './policy.ts'
import type { SecretPlaces } from './secrets.ts'

/** What the backend needs from whoever starts it. Node versions stand in main/adapters. */
export type Clock = {
  nowMs(): number
  /** Resolves after that long; rejects with the signal's reason as soon as it is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export type Ids = {
  /** A new identifier, sortable by time of creation. */
  next(): string
  /** Unguessable text for a client's or session's secret. */
  secret(): string
  /** Chance, from 0 up to 1: spreads retries. */
  fraction(): number
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
export type Log = {
  write(level: LogLevel, event: string, facts?: Record<string, unknown>): void
  /** From now on this value never appears in the log, wherever it turns up. */
  hide(value: string): void
}

/** The one folder that holds everything: store, backups, logs, lock, and the passphrase vault where one was made. */
export type Paths = {
  dataFolder: string
  storeFile: string
  backupsFolder: string
  logsFolder: string
  lockFile: string
  vaultFile: string
  /** Files given to be imported, and exports waiting to be taken. */
  inboxFolder: string
  exportsFolder: string
  /** Reports that were produced, each in a folder of its run. */
  archiveFolder: string
  /** Calls that a command hands to the open window, and its answers. */
  spoolFolder: string
  /** What an administrator may have laid here. */
  policyFile: string
  /** This installation's own signing key. */
  signingKeyFile: string
}

/** The user of the operating system that this process runs as. */
export type System = {
  /** Whether the file belongs to them. */
  isOwner(path: string): boolean
}

export type HostKind = 'electron' | 'web' | 'cli'

export type Ports = {
  clock: Clock
  ids: Ids
  log: Log
  paths: Paths
  net: Net
  mail: Mail
  policy: Policy
  secrets: SecretPlaces
  inbox: Inbox
  system: System
  /** Of passwords and passphrases that are set from now on. */
  guessCost: GuessCost
  host: HostKind
  version: string
  /** Check what handlers return against the contract: on in tests and development. */
  checksOutputs: boolean
}

/** Who calls: the host vouches for it. `clientKey` is a secret of the host's that tells its clients apart. */
export type Caller = { host: HostKind; clientKey: string }
