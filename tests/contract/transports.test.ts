import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHandlers } from '#main/backend/handlers/index.ts'
import type { Parts } from '#main/backend/handlers/parts.ts'
import type { AppEvent } from '#shared/contract/events.ts'
import { contract } from '#shared/contract/index.ts'
import { callNames } from '#shared/contract/names.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import { startBank } from '#tests/fakes/bank.ts'
import { startBegetFake } from '#tests/fakes/beget/start.ts'
import { startSmtp } from '#tests/fakes/smtp.ts'
import { csvOf, focusRow } from '#tests/support/imports.ts'
import { type ClientName, clients, type Seen } from './case.ts'
import { BEGET_LOGINS, cases } from './cases.ts'
import { carriedFiles } from './package-cases.ts'
import { madeReports } from './report-cases.ts'
import { startBackend, transports } from './transports.ts'

type Transcript = { answers: Envelope<unknown>[]; heard: Record<ClientName, AppEvent[]> }

const folders: string[] = []
const transcripts: Record<string, Transcript> = {}
const others = Object.keys(transports).filter((name) => name !== 'direct call')

beforeAll(async () => {
  for (const name of Object.keys(transports)) {
    const folder = mkdtempSync(join(tmpdir(), 'infrazen-contract-'))
    folders.push(folder)
    transcripts[name] = await play(name, folder)
  }
}, 240_000)
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** All cases in order over one transport, and what each client heard meanwhile. */
async function play(name: string, folder: string): Promise<Transcript> {
  const bank = await startBank()
  const setting = await startBackend(folder, bank)
  const beget = await startBegetFake({ nowMs: setting.ports.clock.nowMs })
  beget.fault('POST /v1/auth', { kind: 'delay', ms: 10_000 }, Number.POSITIVE_INFINITY, BEGET_LOGINS)
  const mail = await startSmtp({ protection: 'hidden' })
  const transport = await transports[name]?.(setting)
  if (!transport) throw new Error(`no transport ${name}`)
  const heard = Object.fromEntries(clients.map((each) => [each, [] as AppEvent[]])) as Transcript['heard']
  const over = clients.map(async (each) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    await transport.subscribe(each, (event) => {
      heard[each].push(event)
      // The restore is the last thing that happens, and concerns everyone.
      if (heard[each].filter((one) => one.name === 'backups.changed').length === 2) resolve()
    })
    return { promise }
  })
  const ends = await Promise.all(over)
  const ratesFile = join(folder, 'rates.csv')
  writeFileSync(ratesFile, 'дата;валюта;курс\n02.11.2026;EUR;95,5\n')
  const seen: Seen = {
    beget: { settings: beget.settings, secrets: beget.secrets },
    ratesToken: setting.ports.inbox.give(ratesFile).token,
    mailPort: mail.port,
  }
  for (const [file, content] of Object.entries(FILES)) {
    writeFileSync(join(folder, `${file}.csv`), content)
    seen[`${file}Token`] = setting.ports.inbox.give(join(folder, `${file}.csv`)).token
  }
  for (const [token, path] of Object.entries(await carriedFiles(folder)))
    seen[token] = setting.ports.inbox.give(path).token
  const answers: Envelope<unknown>[] = []
  for (const { client, call, input } of cases) {
    const envelope = await transport.call(client, call, typeof input === 'function' ? input(seen) : input)
    if (envelope.ok) seen[call] = envelope.value
    if (envelope.ok && READS.has(call)) await untilRead(() => transport.call(client, 'imports.list', {}))
    if (envelope.ok && madeReports.has(call))
      await untilMade(() => transport.call(client, 'reports.listRuns', {}))
    answers.push(withoutPlace(envelope, { '<folder>': folder, '<beget>': beget.origin }))
  }
  await Promise.all(ends.map((end) => end.promise))
  await transport.close()
  await beget.close()
  await mail.close()
  await bank.close()
  return { answers, heard }
}

/** What comes in by file: a bill, a table that nobody knows, and nothing. */
const FILES = {
  bill: csvOf([focusRow(), focusRow({ BilledCost: 'десять' })]),
  orders: 'Месяц,Заказы\n2026-09,100\n2026-10,120\n',
  table: 'Когда,Почём\n2026-10-05,10.5\n2026-10-06,11\n',
  empty: '',
}
const READS: ReadonlySet<string> = new Set(['imports.start', 'imports.answer', 'imports.resume'])

/** The cases after it are about what was read. */
async function untilRead(list: () => Promise<Envelope<unknown>>): Promise<void> {
  for (;;) {
    const answer = await list()
    if (!answer.ok) throw new Error(`imports.list: ${JSON.stringify(answer.error)}`)
    const { items } = answer.value as { items: { status: string }[] }
    if (items.every(({ status }) => status !== 'waiting' && status !== 'reading')) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Files are written and handed on behind the answer. */
async function untilMade(list: () => Promise<Envelope<unknown>>): Promise<void> {
  for (;;) {
    const answer = await list()
    if (!answer.ok) throw new Error(`reports.listRuns: ${JSON.stringify(answer.error)}`)
    const { items } = answer.value as {
      items: { status: string; deliveries: { status: string; problem: unknown }[] }[]
    }
    const isBusy = items.some(
      ({ status, deliveries }) =>
        status === 'waiting' ||
        status === 'running' ||
        deliveries.some((one) => one.status === 'waiting' && one.problem === null),
    )
    if (!isBusy) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Folder and server are each run's own, and the store's size follows how many digits a duration has. */
function withoutPlace(envelope: Envelope<unknown>, places: Record<string, string>): Envelope<unknown> {
  const replaced = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return Object.entries(places).reduce((text, [name, place]) => text.replaceAll(place, name), value)
    if (key === 'storeBytes' || key === 'bytes' || key === 'port') return Number(value) > 0
    if (Array.isArray(value)) return value.map((item) => replaced(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item, name)]))
  }
  return replaced(envelope) as Envelope<unknown>
}

const answersOf = (name: string): Envelope<unknown>[] => transcripts[name]?.answers ?? []

describe('every call', () => {
  it('has a handler, and no handler is without a call', () => {
    // Handlers are made here only for their names.
    const made = createHandlers({} as Parts)
    expect(Object.keys(made).sort()).toEqual([...callNames].sort())
    expect(Object.keys(contract).sort()).toEqual([...callNames].sort())
  })

  it('has a case that succeeds', () => {
    const done = new Set(cases.filter((each) => each.code === 'ok').map((each) => each.call))
    // That one is for commands alone: no transport is one (tests/integration/hosts/cli-signed-in).
    expect(callNames.filter((name) => !done.has(name))).toEqual(['people.signInAsSystem'])
  })
})

describe.each(cases.map((each, at) => ({ ...each, at })))('$at. $title', ({ code, at }) => {
  it(`ends with ${code}`, () => {
    const answer = answersOf('direct call')[at]
    expect(answer?.ok ? 'ok' : answer?.error.code, JSON.stringify(answer)).toBe(code)
  })

  it.each(others)('is answered alike over %s', (name) => {
    expect(answersOf(name)[at]).toStrictEqual(answersOf('direct call')[at])
  })
})

describe('events', () => {
  const namesOf = (name: string, client: ClientName): string[] =>
    (transcripts[name]?.heard[client] ?? []).map((event) => event.name)

  /** What runs on its own tells of itself when it is there. */
  const paced = (name: string) => {
    const { olga: _, ...rest } = transcripts[name]?.heard ?? { olga: [] }
    return rest
  }

  it.each(others)('are the same over %s', (name) => {
    expect(paced(name)).toStrictEqual(paced('direct call'))
  })

  it.each(Object.keys(transports))('tell of a synchronisation over %s', (name) => {
    expect(namesOf(name, 'olga')).toEqual(
      expect.arrayContaining(['sync.progressed', 'connections.changed', 'data.changed']),
    )
  })

  it('reach a client of the workspace they concern', () => {
    expect(namesOf('direct call', 'anna')).toEqual(
      expect.arrayContaining(['session.changed', 'settings.changed', 'data.changed']),
    )
    expect(namesOf('direct call', 'guest')).toContain('data.changed')
  })

  it('reach nobody else, but for what concerns everyone', () => {
    const everyone = [
      // The mail server; keys and a package; then, as before,
      'settings.changed',
      'vault.changed',
      'packages.changed',
      'packages.changed',
      'rates.changed',
      'data.changed',
      'packages.changed',
      // where the secrets lie, which is the installation's: chosen, a new passphrase, closed, opened; then the way out.
      'vault.changed',
      'vault.changed',
      'vault.changed',
      'vault.changed',
      'settings.changed',
      'vault.changed',
      'backups.changed',
      'data.changed',
      'session.changed',
      'settings.changed',
      'backups.changed',
    ]
    // The stranger has signed in by a token, and out.
    const own = ['session.changed', 'session.changed']
    expect(namesOf('direct call', 'stranger')).toEqual([
      ...everyone.slice(0, 2),
      ...own,
      ...everyone.slice(2),
    ])
    expect(namesOf('direct call', 'viewer')).toEqual(everyone)
    expect(namesOf('direct call', 'keeper')).toEqual(everyone)
  })

  it('name the workspace of the client that hears them, or none', () => {
    const { anna, guest } = transcripts['direct call']?.heard ?? { anna: [], guest: [] }
    const ids = (events: AppEvent[]) => new Set(events.map((event) => event.workspaceId).filter(Boolean))
    expect(ids(anna).size).toBe(1)
    expect(ids(guest).size).toBe(1)
    expect(ids(anna)).not.toEqual(ids(guest))
  })
})
