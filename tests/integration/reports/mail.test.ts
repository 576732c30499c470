import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createMail } from '#main/adapters/mail.ts'
import type { Letter, MailServer } from '#main/ports/mail.ts'
import { fakeAuthority } from '#tests/fakes/fault-tls.ts'
import { startSmtp } from '#tests/fakes/smtp.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function start(behaviour: Parameters<typeof startSmtp>[0]) {
  const server = await startSmtp(behaviour)
  open.push(server)
  return server
}

const person = { user: 'reports', password: 'not-a-real-password' }
const letter = (facts: Partial<Letter> = {}): Letter => ({
  from: 'Отчёты <reports@example.com>',
  to: ['glavbuh@example.com'],
  subject: 'Расходы на облака за октябрь 2026 г.',
  text: 'Файлы приложены.',
  attachments: [],
  ...facts,
})
const to = (port: number, facts: Partial<MailServer> = {}): MailServer => ({
  host: 'localhost',
  port,
  security: 'tls',
  user: null,
  password: null,
  caPem: fakeAuthority(),
  ...facts,
})
const send = (server: MailServer, what = letter(), ms = 5000, signal = new AbortController().signal) =>
  createMail().send(what, server, ms, signal)

/** A header as a mail program shows it. */
const shown = (text: string): string =>
  text.replace(/=\?utf-8\?(b|q)\?([^?]*)\?=(?:\s+(?==\?))?/gi, (_, kind: string, body: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(body, 'base64').toString()
      : decodeURIComponent(body.replaceAll('_', ' ').replaceAll('=', '%')),
  )

describe('letters', () => {
  it('go through TLS, with the name and the password, subject and file names in Cyrillic', async () => {
    const server = await start({ protection: 'tls', login: person })
    const path = join(tempFolder(), 'a.pdf')
    writeFileSync(path, 'содержимое отчёта')
    const attachments = [{ name: 'Расходы за октябрь.pdf', path }]
    await send(to(server.port, person), letter({ attachments }))
    const [got] = server.letters
    expect(got).toMatchObject({
      from: 'reports@example.com',
      to: ['glavbuh@example.com'],
      isSecure: true,
      user: 'reports',
    })
    const text = shown(got?.text ?? '')
    expect(text).toContain('Subject: Расходы на облака за октябрь 2026 г.')
    expect(text).toContain('From: Отчёты <reports@example.com>')
    expect(decodeURIComponent(text)).toContain('Расходы за октябрь.pdf')
    expect(text.replaceAll('\r\n', '')).toContain(Buffer.from('содержимое отчёта').toString('base64'))
  })

  it('go through STARTTLS', async () => {
    const server = await start({ protection: 'startTls', login: person })
    await send(to(server.port, { ...person, security: 'startTls' }))
    expect(server.letters).toMatchObject([{ isSecure: true, user: 'reports' }])
  })

  it('go unprotected where that was asked for', async () => {
    const server = await start({ protection: 'hidden' })
    await send(to(server.port, { host: '127.0.0.1', security: 'none' }))
    expect(server.letters).toMatchObject([{ isSecure: false, user: null }])
  })

  it('never go unprotected where STARTTLS was asked for and the server has none', async () => {
    const server = await start({ protection: 'hidden', login: person })
    await expect(send(to(server.port, { ...person, security: 'startTls' }))).rejects.toThrow(
      'delivery.mailTls',
    )
    expect(server.letters).toEqual([])
  })

  it.each(['self-signed', 'expired', 'other-host'] as const)(
    'are not shown to a server that is %s',
    async (certificate) => {
      for (const [protection, security] of [
        ['tls', 'tls'],
        ['startTls', 'startTls'],
      ] as const) {
        const server = await start({ protection, certificate, login: person })
        await expect(send(to(server.port, { ...person, security }))).rejects.toThrow('delivery.mailTls')
        expect(server.letters).toEqual([])
      }
    },
  )

  it('are not shown to a server of an authority that nobody trusts here', async () => {
    const server = await start({ protection: 'tls' })
    await expect(send(to(server.port, { caPem: null }))).rejects.toThrow('delivery.mailTls')
  })

  it('say that TLS was expected where the server speaks none', async () => {
    const server = await start({ protection: 'startTls' })
    await expect(send(to(server.port, { security: 'tls' }))).rejects.toThrow('delivery.mailTls')
  })

  it('say that the name or the password is wrong', async () => {
    const server = await start({ protection: 'tls', login: person })
    const wrong = { user: 'reports', password: 'another-fake-password' }
    await expect(send(to(server.port, wrong))).rejects.toThrow('delivery.mailLogin')
  })

  it('say which address was refused, also when others were not', async () => {
    const server = await start({ protection: 'tls', refuses: ['nobody@example.com'] })
    const some = letter({ to: ['glavbuh@example.com', 'nobody@example.com'] })
    await expect(send(to(server.port), some)).rejects.toMatchObject({
      code: 'delivery.mailRefused',
      details: { reason: 'nobody@example.com' },
    })
    const none = letter({ to: ['nobody@example.com'] })
    await expect(send(to(server.port), none)).rejects.toMatchObject({
      code: 'delivery.mailRefused',
      details: { reason: expect.stringContaining('no such person') },
    })
  })

  it('say that they are too large before they are sent, and after', async () => {
    const path = join(tempFolder(), 'big.xlsx')
    writeFileSync(path, Buffer.alloc(300_000))
    const large = letter({ attachments: [{ name: 'big.xlsx', path }] })
    const tells = await start({ protection: 'tls', mostBytes: 100_000 })
    await expect(send(to(tells.port), large)).rejects.toThrow('delivery.tooLarge')
    const silent = await start({ protection: 'tls', answer: { code: 552, text: 'too much mail data' } })
    await expect(send(to(silent.port), large)).rejects.toThrow('delivery.tooLarge')
  })

  it('tell a passing refusal from a lasting one', async () => {
    const busy = await start({ protection: 'tls', answer: { code: 451, text: 'try again later' } })
    await expect(send(to(busy.port))).rejects.toThrow('delivery.mailBusy')
    const strict = await start({ protection: 'tls', answer: { code: 554, text: 'looks like spam' } })
    await expect(send(to(strict.port))).rejects.toThrow('delivery.mailRefused')
  })

  it.each(['greeting', 'login', 'data'] as const)(
    'wait no longer than they are told for a server that hangs at %s',
    async (hangsAt) => {
      const server = await start({ protection: 'tls', login: person, hangsAt })
      await expect(send(to(server.port, person), letter(), 400)).rejects.toThrow('delivery.mailTimeout')
    },
  )

  it('do not wait for a machine that takes the call and says nothing', async () => {
    const mute = createServer(() => undefined)
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const { port } = mute.address() as AddressInfo
    await expect(send(to(port, { security: 'startTls' }), letter(), 300)).rejects.toThrow(
      'delivery.mailTimeout',
    )
    mute.close()
  })

  it('say that nobody is there', async () => {
    const server = await startSmtp({ protection: 'tls' })
    await server.close()
    await expect(send(to(server.port))).rejects.toThrow('delivery.mailUnreachable')
  })

  it('stop when they are told to', async () => {
    const server = await start({ protection: 'tls', hangsAt: 'data' })
    const stop = new AbortController()
    const sent = send(to(server.port), letter(), 5000, stop.signal)
    stop.abort(new Error('stopped by hand'))
    await expect(sent).rejects.toThrow('stopped by hand')
  })

  it('carry no header that somebody hid in the subject or in the sender', async () => {
    const server = await start({ protection: 'tls' })
    await send(to(server.port), letter({ subject: 'Отчёт\r\nBcc: thief@example.com' }))
    expect(server.letters[0]?.to).toEqual(['glavbuh@example.com'])
    expect(server.letters[0]?.text).not.toMatch(/^Bcc:/im)
  })
})
