/** A server that takes letters. `caPem`: authorities trusted besides the built-in ones. */
export type MailServer = {
  host: string
  port: number
  security: 'tls' | 'startTls' | 'none'
  user: string | null
  password: string | null
  caPem: string | null
}

export type Letter = {
  from: string
  to: readonly string[]
  subject: string
  text: string
  /** Files by path: they are read as they go out. */
  attachments: readonly { name: string; path: string }[]
}

/** Throws an AppError of `delivery.mail*`; whatever the signal was aborted with, when it was. */
export type Mail = {
  send(letter: Letter, server: MailServer, timeoutMs: number, signal: AbortSignal): Promise<void>
}
