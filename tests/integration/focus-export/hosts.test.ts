import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import { checkRows } from '#main/core/focus/check.ts'
import { emptyRow, type FocusRow } from '#main/core/focus/columns.ts'
import { exportFocus } from '#main/hosts/cli/export-focus.ts'
import { startWebServer, type WebServer } from '#main/hosts/web/server.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import { type FocusVersion, focusVersions, type LedgerExportView } from '#shared/contract/ledger.ts'
import type { CallName } from '#shared/contract/names.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { femtos } from '#tests/support/focus-lines.ts'
import { client } from '#tests/support/people.ts'
import { readFocus } from '#tests/support/read-focus.ts'

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

/** Resolves when the export has ended, told by events. */
async function exported(version: FocusVersion, format: 'csv' | 'parquet') {
  const waiting: (() => void)[] = []
  const stop = backend.subscribe(client('anna'), () => {
    for (const look of waiting.splice(0)) look()
  })
  try {
    const { id } = await ask('ledger.startExport', { filter, version, format })
    for (;;) {
      const changed = new Promise<void>((resolve) => waiting.push(resolve))
      const item = (await ask('ledger.listExports', {})).items.find((one) => one.id === id)
      if (item && item.finishedAtMs !== null) return item
      await changed
    }
  } finally {
    stop()
  }
}

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
  const notes: unknown[] = []
  const terminal = { note: (...said: unknown[]) => notes.push(said) } as never

  it('writes a file that appears whole, and says how much', async () => {
    const own = testPorts(join(folder, 'terminal'), { host: 'cli' })
    const made = await createBackend(own)
    await made.call('people.startDemo', {}, client('x'))
    await made.close()
    const out = join(folder, 'out.csv')
    const words = { focus: '1.0', from: '2026-10-30', to: '2026-10-31', out }
    expect(await exportFocus(own, words, terminal)).toBe(0)
    const rows = await readFocus(out)
    expect(notes.at(-1)).toMatchObject(['export.done', { lines: rows.length, version: '1.0' }])
    expect(existsSync(`${out}.part`)).toBe(false)
    expect(readdirSync(own.paths.exportsFolder)).toEqual([])
    const nowhere = exportFocus(own, { ...words, out: join(folder, 'no', 'out.csv') }, terminal)
    await expect(nowhere).rejects.toMatchObject({ code: 'export.failed' })
    const never = exportFocus(own, { ...words, from: '1999-01-01', to: '1999-01-02' }, terminal)
    await expect(never).rejects.toMatchObject({ code: 'export.nothing' })
  })

  it.each([
    [{ focus: '2.0' }, 'usage.badFocusVersion'],
    [{ format: 'json' }, 'usage.badFocusFormat'],
    [{ from: 'May' }, 'usage.badDay'],
  ])('refuses %o', async (words, key) => {
    await expect(exportFocus(ports, words, terminal)).rejects.toMatchObject({ key })
  })
})
