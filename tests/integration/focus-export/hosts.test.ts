import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import { checkRows } from '#main/core/focus/check.ts'
import { emptyRow, type FocusRow } from '#main/core/focus/columns.ts'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { startWebServer, type WebServer } from '#main/hosts/web/server.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import { type FocusVersion, focusVersions, type LedgerExportView } from '#shared/contract/ledger.ts'
import type { CallName } from '#shared/contract/names.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { femtos } from '#tests/support/focus-lines.ts'
import { launch } from '#tests/support/launch.ts'
import { client } from '#tests/support/people.ts'
import { readFocus } from '#tests/support/read-focus.ts'
import { writtenExport } from '#tests/support/written-export.ts'

// One demo company for all: none of them changes it.
let folder = ''
let ports: TestPorts
let backend: Backend
let server: WebServer
let cookie = ''

const filter = { from: day('2026-10-30'), to: day('2026-11-01') }

async function ask<N extends CallName>(
  name: N,
  input: CallInput<N>,
  who = client('anna'),
): Promise<CallOutput<N>> {
  const envelope = await backend.call(name, input, who)
  if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code}`)
  return envelope.value as CallOutput<N>
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'infrazen-export-'))
  const page = join(folder, 'page')
  mkdirSync(page)
  writeFileSync(join(page, 'index.html'), '<p>the page</p>')
  ports = testPorts(join(folder, 'data'), { host: 'web' })
  backend = await createBackend(ports)
  server = await startWebServer({
    backend,
    bundleFolder: page,
    ids: ports.ids,
    log: ports.log,
    inbox: ports.inbox,
    exportsFolder: ports.paths.exportsFolder,
  })
  await ask('people.startDemo', {})
  const answer = await fetch(server.newLink(), { redirect: 'manual' })
  cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  await post('people.startDemo', {})
})

afterAll(async () => {
  await server.close()
  await backend.close()
  rmSync(folder, { recursive: true, force: true })
})

const post = async (name: string, input: unknown) =>
  (
    await fetch(`${server.origin}/rpc/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin, cookie },
      body: JSON.stringify(input),
    })
  ).json()

const download = (id: string, headers: Record<string, string> = { cookie }): Promise<Response> =>
  fetch(`${server.origin}/exports/${id}`, { headers })

const exported = (version: FocusVersion, format: 'csv' | 'parquet') =>
  writtenExport(backend, client('anna'), { filter, version, format })

const pathOf = ({ id, format }: LedgerExportView): string =>
  join(ports.paths.exportsFolder, `${id}.${format}`)

describe('an export of the demo company', () => {
  for (const format of ['csv', 'parquet'] as const)
    it.each(focusVersions)(
      `as ${format} of FOCUS %s keeps all rules and has the ledger's sums`,
      async (version) => {
        const item = await exported(version, format)
        expect(item).toMatchObject({ status: 'done', problem: null })
        const rows = (await readFocus(pathOf(item))).map((row): FocusRow => ({ ...emptyRow(), ...row }))
        expect([...checkRows(rows, version)]).toEqual([])
        const { totals } = await ask('ledger.getTotals', { filter })
        expect(totals.length).toBeGreaterThan(0)
        for (const { currency, lines, ...sums } of totals) {
          const own = rows.filter((row) => row.BillingCurrency === currency)
          const sum = (name: 'BilledCost' | 'EffectiveCost' | 'ListCost' | 'ContractedCost') =>
            formatDecimal(own.reduce((total, row) => total + femtos(row[name] ?? ''), 0n))
          expect(own).toHaveLength(lines)
          expect({
            billed: sum('BilledCost'),
            effective: sum('EffectiveCost'),
            list: sum('ListCost'),
            contracted: sum('ContractedCost'),
          }).toEqual(sums)
        }
      },
    )
})

describe('the download of an export', () => {
  it('comes whole, to the one who may see it alone', async () => {
    const item = await exported('1.2', 'csv')
    const answer = await download(item.id)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''focus-1.2-2026-10-30-2026-11-01.csv`,
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(readFileSync(pathOf(item)))
    expect((await download(item.id, {})).status).toBe(401)
    expect((await download(item.id, { cookie: 'infrazen=made-up' })).status).toBe(401)
    expect((await download(item.id, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await download('no-such')).status).toBe(404)
    for (const path of ['..%2finfrazen.sqlite', `${item.id}.json`, '%2e%2e%2fdata', 'x'.repeat(65)])
      expect((await download(path)).headers.get('content-disposition')).toBeNull()
  })

  it('is not for a client whose session has ended', async () => {
    const item = await exported('1.2', 'csv')
    await post('people.signOut', {})
    expect((await download(item.id)).status).toBe(404)
    await post('people.startDemo', {})
    expect((await download(item.id)).status).toBe(200)
  })
})

describe('the export of the terminal', () => {
  beforeAll(() => buildStale(createTerminal(process.env), { only: 'main' }))
  const cli = (...words: string[]) =>
    launch(process.execPath, ['out/main/cli.js', 'export', ...words, '--now', '2026-11-20T09:00:00Z'], {
      env: { ...process.env, LANG: 'ru_RU.UTF-8' },
    }).ended

  it('writes a file that appears whole, and says how much', async () => {
    const own = testPorts(join(folder, 'terminal'), { host: 'cli' })
    const made = await createBackend(own)
    await made.call('people.startDemo', {}, client('x'))
    await made.close()
    const { dataFolder, exportsFolder } = own.paths
    const out = join(folder, 'out.csv')
    const words = ['--data', dataFolder, '--focus', '1.0', '--to', '2026-10-31']
    const done = await cli(...words, '--from', '2026-10-30', '--out', out)
    const rows = await readFocus(out)
    expect([done.code, done.stdout]).toEqual([0, ''])
    expect(done.stderr).toMatch(new RegExp(`Выгружено строк: ${rows.length}, .*FOCUS 1.0`))
    expect(existsSync(`${out}.part`)).toBe(false)
    expect(readdirSync(exportsFolder)).toEqual([])
    const piped = await cli(...words, '--from', '2026-10-30')
    expect(piped.stdout).toBe(readFileSync(out, 'utf8'))
    const nowhere = await cli(...words, '--from', '2026-10-30', '--out', join(folder, 'no', 'out.csv'))
    expect([nowhere.code, nowhere.stderr]).toEqual([
      1,
      expect.stringContaining('Выгрузку не удалось записать'),
    ])
    const never = await cli('--data', dataFolder, '--from', '1999-01-01', '--to', '1999-01-02')
    expect([never.code, never.stdout]).toEqual([1, ''])
    expect(readdirSync(exportsFolder)).toEqual([])
  })
})
