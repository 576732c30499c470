import { stat } from 'node:fs/promises'
import { getCACertificates } from 'node:tls'
import type { Letter, Mail, MailServer } from '#main/ports/mail.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { explainMail } from './mail-errors.ts'

const CONNECT_MS = 20_000
const SILENT_MS = 60_000

/**
 * Letters by SMTP. What is to be protected never goes out otherwise: a server without STARTTLS, or with a certificate
 * that nobody vouches for, gets neither the password nor the letter.
 */
export const createMail = (): Mail => ({
  async send(letter, server, timeoutMs, signal) {
    signal.throwIfAborted()
    const { createTransport } = await import('nodemailer')
    const ending = AbortSignal.timeout(timeoutMs)
    const transport = createTransport({
      ...protection(server),
      host: server.host,
      port: server.port,
      connectionTimeout: Math.min(CONNECT_MS, timeoutMs),
      greetingTimeout: Math.min(CONNECT_MS, timeoutMs),
      dnsTimeout: Math.min(CONNECT_MS, timeoutMs),
      socketTimeout: Math.min(SILENT_MS, timeoutMs),
      socketCloseTimeout: 0,
      // A server that does not ask who it is would be sent the letter without its knowing.
      ...(server.user === null
        ? {}
        : { forceAuth: true, auth: { user: server.user, pass: server.password ?? '' } }),
      disableUrlAccess: true,
      logger: false,
    })
    try {
      const message = messageOf(letter, await sizeOf(letter))
      const { rejected } = await transport.sendMail({ ...message, signal: AbortSignal.any([signal, ending]) })
      const [refused] = rejected
      if (refused) throw new AppError('delivery.mailRefused', { reason: addressOf(refused) })
    } catch (error) {
      signal.throwIfAborted()
      if (ending.aborted) throw new AppError('delivery.mailTimeout', { host: server.host })
      throw explainMail(error, server.host)
    } finally {
      transport.close()
    }
  },
})

function protection({ security, caPem }: MailServer) {
  const tls = {
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2' as const,
    ...(caPem === null ? {} : { ca: [...getCACertificates('default'), caPem] }),
  }
  switch (security) {
    case 'tls':
      return { secure: true, tls }
    case 'startTls':
      return { secure: false, requireTLS: true, tls }
    case 'none':
      return { secure: false, ignoreTLS: true }
  }
}

const messageOf = ({ from, to, subject, text, attachments }: Letter, size: number) => ({
  from,
  to: [...to],
  subject,
  text,
  attachments: attachments.map(({ name, path }) => ({ filename: name, path })),
  // A server that says how much it takes need not be sent more.
  envelope: { from, to: [...to], size },
})

/** As it goes over the line: four letters for three bytes, and an end of line after 76 of them. */
async function sizeOf({ text, attachments }: Letter): Promise<number> {
  let bytes = Buffer.byteLength(text)
  for (const { path } of attachments) bytes += (await stat(path)).size
  return Math.ceil((bytes / 3) * 4 * (78 / 76))
}

const addressOf = (one: string | { address: string }): string => (typeof one === 'string' ? one : one.address)
