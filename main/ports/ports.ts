/** What the backend needs from whoever starts it. Node versions stand in main/adapters. */
export type Clock = { nowMs(): number }

export type Ids = {
  /** A new identifier, sortable by time of creation. */
  next(): string
  /** Unguessable text for a client's or session's secret. */
  secret(): string
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
export type Log = { write(level: LogLevel, event: string, facts?: Record<string, unknown>): void }

/** The one folder that holds everything: store, backups, logs, lock. */
export type Paths = {
  dataFolder: string
  storeFile: string
  backupsFolder: string
  logsFolder: string
  lockFile: string
}

export type HostKind = 'electron' | 'web' | 'cli'

export type Ports = {
  clock: Clock
  ids: Ids
  log: Log
  paths: Paths
  host: HostKind
  version: string
  /** Check what handlers return against the contract: on in tests and development. */
  checksOutputs: boolean
}

/** Who calls: the host vouches for it. `clientKey` is a secret of the host's that tells its clients apart. */
export type Caller = { host: HostKind; clientKey: string }
