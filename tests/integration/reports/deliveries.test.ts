import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Letter, MailServer } from '#main/ports/mail.ts'
import { fakeAuthority } from '#tests/fakes/fault-tls.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { startSmtp } from '#tests/fakes/smtp.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { openReports, type Reports } from './open.ts'

let open: Reports
beforeEach(async () => {
  open = await openReports()
  await open.load('october.csv', {})
})
afterEach(() => open.close())

const MINUTE_MS = 60_000
const settledDelivery = (runId: string, attempts = 1) =>
  open.until(runId, ({ deliveries }) =>
    deliveries.every((one) => one.attempts >= attempts || (one.status === 'waiting' && one.problem !== null)),
  )

describe('reports that go into a folder', () => {
  it('are there when the run is, under the names of the archive', async () => {
    const path = join(open.folder, 'Бухгалтерия')
    mkdirSync(path)
    const made = await open.make({ formats: ['csv', 'json'], deliveries: [{ kind: 'folder', path }] })
    const run = await settledDelivery(made.id)
    expect(run.deliveries).toMatchObject([{ status: 'done', attempts: 1, problem: null, nextAtMs: null }])
    expect(readdirSync(path).sort()).toEqual(run.files.map(({ name }) => name).sort())
    for (const { name } of run.files)
      expect(readFileSync(join(path, name))).toEqual(
        readFileSync(join(open.ports.paths.archiveFolder, run.id, 'files', name)),
      )
  })

  it('wait for a folder that is away, longer and longer, and arrive when it is back', async () => {
    const path = join(open.folder, 'share')
    const made = await open.make({ deliveries: [{ kind: 'folder', path }] })
    const [first] = (await settledDelivery(made.id)).deliveries
    expect(first).toMatchObject({
      status: 'retrying',
      attempts: 1,
      problem: { code: 'delivery.folderGone', details: { path } },
    })
    expect((first?.nextAtMs ?? 0) - open.ports.clock.nowMs()).toBe(5 * MINUTE_MS)

    open.backend.startDue()
    open.ports.clock.advance(5 * MINUTE_MS)
    open.backend.startDue()
    const [second] = (await settledDelivery(made.id, 2)).deliveries
    expect((second?.nextAtMs ?? 0) - open.ports.clock.nowMs()).toBe(10 * MINUTE_MS)

    mkdirSync(path)
    open.ports.clock.advance(10 * MINUTE_MS)
    open.backend.startDue()
    const [third] = (await settledDelivery(made.id, 3)).deliveries
    expect(third).toMatchObject({ status: 'done', attempts: 3, problem: null })
    expect(readdirSync(path)).toHaveLength(1)
  })

  it('stay in the archive when somebody has changed them there', async () => {
    const path = join(open.folder, 'share')
    mkdirSync(path)
    const made = await open.make()
    writeFileSync(
      join(open.ports.paths.archiveFolder, made.id, 'files', made.files[0]?.name ?? ''),
      'подмена',
    )
    await open.ask('reports.deliver', { runId: made.id, target: { kind: 'folder', path } })
    expect((await settledDelivery(made.id)).deliveries).toMatchObject([
      { status: 'failed', problem: { code: 'report.fileChanged' } },
    ])
    expect(readdirSync(path)).toEqual([])
  })

  it('are sent once more by hand, by the same entry', async () => {
    const path = join(open.folder, 'share')
    const target = { kind: 'folder', path } as const
    const made = await open.make({ deliveries: [target] })
    await settledDelivery(made.id)
    mkdirSync(path)
    await open.ask('reports.deliver', { runId: made.id, target })
    const run = await open.until(made.id, ({ deliveries }) => deliveries[0]?.status === 'done')
    expect(run.deliveries).toHaveLength(1)
  })
})

describe('reports that go by letter', () => {
  const person = { user: 'reports', password: 'not-a-real-password' }
  const target = { kind: 'mail' as const, to: ['glavbuh@example.com'] }

  async function setUp(behaviour: Partial<Parameters<typeof startSmtp>[0]> = {}) {
    const server = await startSmtp({ protection: 'tls', login: person, ...behaviour })
    await open.ask('network.update', { caPem: fakeAuthority() })
    await open.ask('mail.updateSettings', {
      host: 'localhost',
      port: server.port,
      security: 'tls',
      from: 'Отчёты <reports@example.com>',
      ...person,
    })
    return server
  }

  it('arrive with the files; the password is in the vault and nowhere else', async () => {
    const server = await setUp()
    const made = await open.make({ deliveries: [target] })
    const run = await settledDelivery(made.id)
    expect(run.deliveries).toMatchObject([{ status: 'done' }])
    expect(server.letters).toMatchObject([{ to: ['glavbuh@example.com'], isSecure: true, user: 'reports' }])
    const subject = Buffer.from('Расходы по сервисам, 1–31 октября').toString('base64').slice(0, 24)
    expect(server.letters[0]?.text).toContain(subject)
    expect(await open.ask('mail.getSettings', {})).toMatchObject({ hasPassword: true, isSet: true })
    expect(open.ports.hidden.has(person.password)).toBe(true)
    await open.ask('mail.updateSettings', { password: null })
    expect(await open.ask('mail.getSettings', {})).toMatchObject({ hasPassword: false })
    await server.close()
  })

  it('try a wrong password once only', async () => {
    const server = await setUp()
    await open.ask('mail.updateSettings', { password: 'another-fake-password' })
    const made = await open.make({ deliveries: [target] })
    expect((await settledDelivery(made.id)).deliveries).toMatchObject([
      { status: 'failed', attempts: 1, problem: { code: 'delivery.mailLogin' } },
    ])
    await server.close()
  })

  it('wait while nothing may go out, without being counted, and go when it may', async () => {
    const server = await setUp()
    await open.ask('network.update', { isOffline: true })
    const made = await open.make({ deliveries: [target] })
    expect((await settledDelivery(made.id)).deliveries).toMatchObject([
      { status: 'waiting', attempts: 0, problem: { code: 'delivery.offline' } },
    ])
    await open.ask('network.update', { isOffline: false })
    open.ports.clock.advance(5 * MINUTE_MS)
    open.backend.startDue()
    const run = await open.until(made.id, ({ deliveries }) => deliveries[0]?.status === 'done')
    expect(run.deliveries).toMatchObject([{ attempts: 1 }])
    expect(server.letters).toHaveLength(1)
    await server.close()
  })

  it('are not tried where no server is named', async () => {
    const made = await open.make({ deliveries: [target] })
    expect((await settledDelivery(made.id)).deliveries).toMatchObject([
      { status: 'failed', problem: { code: 'delivery.mailNotSet' } },
    ])
    await expect(open.ask('mail.test', { to: 'a@example.com' })).rejects.toThrow('delivery.mailNotSet')
  })

  it('can be tried before they are needed', async () => {
    const server = await setUp()
    await open.ask('mail.test', { to: 'anna@example.com' })
    expect(server.letters).toMatchObject([{ to: ['anna@example.com'] }])
    await open.ask('network.update', { isOffline: true })
    await expect(open.ask('mail.test', { to: 'anna@example.com' })).rejects.toThrow('delivery.offline')
    await server.close()
  })

  it.each([
    [{ host: 'mail.example.com', security: 'none' as const }, 'security'],
    [{ host: 'http://mail.example.com' }, 'host'],
    [{ from: 'reports' }, 'from'],
    [{ from: 'Отчёты\r\nBcc: <thief@example.com>' }, 'from'],
    [{ from: 'a@example.com, b@example.com' }, 'from'],
  ])('refuse settings that will not do: %o', async (input, field) => {
    await expect(open.ask('mail.updateSettings', input)).rejects.toMatchObject({
      code: 'mail.badSettings',
      details: { field },
    })
  })
})

describe('a server that never answers', () => {
  it('keeps neither folders waiting nor the program from closing', async () => {
    const folder = tempFolder()
    const ports = testPorts(join(folder, 'data'))
    const asked = Promise.withResolvers<void>()
    // Takes the letter and never says what became of it; nobody would notice a socket that hangs as it does.
    const mute = (_: Letter, __: MailServer) => {
      asked.resolve()
      return new Promise<never>(() => undefined)
    }
    const own = await openReports(folder, { ...ports, mail: { send: mute } })
    await own.load('october.csv', {})
    await own.ask('mail.updateSettings', {
      host: 'localhost',
      port: 25,
      security: 'none',
      from: 'a@example.com',
    })
    const path = join(folder, 'share')
    mkdirSync(path)
    const made = await own.make({
      deliveries: [
        { kind: 'mail', to: ['b@example.com'] },
        { kind: 'folder', path },
      ],
    })
    await asked.promise
    await own.until(made.id, ({ deliveries }) => deliveries.some(({ status }) => status === 'done'))
    expect(readdirSync(path)).toHaveLength(1)
    await own.close()
  })
})
