/** The way out to the networks of providers. Nothing else in the program opens a connection to the outside. */
export type NetRequest = {
  method: 'GET' | 'POST'
  /** https, or http to this machine's own loopback. */
  url: string
  headers: Readonly<Record<string, string>>
  body?: string
  /** For the whole exchange, from connecting to the last byte. */
  timeoutMs: number
  maxBytes: number
  signal: AbortSignal
  route: NetRoute
  /** For an answer that is too big to be held as text: it comes as `bytes`, and `text` stays empty. */
  asBytes?: boolean
}

/** `proxyUrl` null: what the system's environment names, else straight. `caPem`: authorities trusted besides the built-in ones. */
export type NetRoute = { proxyUrl: string | null; caPem: string | null }

/** Header names in lower case. Redirects are not followed: an API does not send its caller elsewhere. */
export type NetAnswer = {
  status: number
  headers: Readonly<Record<string, string>>
  text: string
  bytes?: Uint8Array
}

/**
 * Throws an AppError of `provider.*` where there is no answer: unreachable, timeout, tls, proxy, tooLarge; whatever the
 * signal was aborted with, when it was.
 */
export type Net = { send(request: NetRequest): Promise<NetAnswer> }
