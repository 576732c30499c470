import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { fakeCertificate } from './fault-tls.ts'

type Received = { from: string; to: string[]; isSecure: boolean; user: string | null; text: string }

type Behaviour = {
  certificate?: Parameters<typeof fakeCertificate>[0]
  /** Speaks TLS from the first byte; else by STARTTLS, unless that is `hidden`. */
  protection: 'tls' | 'startTls' | 'hidden'
  login?: { user: string; password: string }
  refuses?: readonly string[]
  mostBytes?: number
  /** Says nothing after that step, for ever. */
  hangsAt?: 'greeting' | 'login' | 'data'
  /** Of the whole letter, once it has been read. */
  answer?: { code: number; text: string }
}

/** A mail server of the test's own on the loopback. It keeps what it was sent. */
export async function startSmtp({ protection, login, ...rest }: Behaviour) {
  const { refuses = [], mostBytes, hangsAt, answer } = rest
  const letters: Received[] = []
  const options: SMTPServerOptions = {
    ...fakeCertificate(rest.certificate ?? 'server'),
    secure: protection === 'tls',
    hideSTARTTLS: protection === 'hidden',
    disabledCommands: protection === 'hidden' ? ['STARTTLS'] : [],
    allowInsecureAuth: protection === 'hidden',
    authOptional: login === undefined,
    disableReverseLookup: true,
    closeTimeout: 1,
    ...(mostBytes === undefined ? {} : { size: mostBytes }),
    onConnect(_session, done) {
      if (hangsAt !== 'greeting') done()
    },
    onAuth({ username, password }, _session, done) {
      if (hangsAt === 'login') return
      const isRight = login !== undefined && login.user === username && login.password === password
      if (isRight) done(null, { user: username ?? '' })
      else done(new Error('wrong name or password'))
    },
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error('no such person'), { responseCode: 550 })
      done(refuses.includes(address) ? refusal : null)
    },
    onData(stream, session, done) {
      if (hangsAt === 'data') return void stream.resume()
      buffer(stream).then((body) => {
        if (answer) return done(Object.assign(new Error(answer.text), { responseCode: answer.code }))
        const { mailFrom, rcptTo } = session.envelope
        letters.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          isSecure: session.secure,
          user: session.user ?? null,
          text: body.toString(),
        })
        done()
      }, done)
    },
  }
  const server = new SMTPServer(options)
  // What a client does that goes away is its own affair.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return { port, letters, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
