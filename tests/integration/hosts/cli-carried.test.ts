import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { focusText } from '#tests/support/focus-text.ts'
import { openInstallation } from '#tests/support/installation.ts'
import { someRates } from '#tests/support/izpack.ts'
import { type Ended, launch } from '#tests/support/launch.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

beforeAll(() => buildStale(createTerminal(process.env)))

let folder: string
beforeEach(() => {
  folder = tempFolder()
})

const cliOf =
  (data: string) =>
  (...args: string[]): Promise<Ended> =>
    launch(process.execPath, ['out/main/cli.js', ...args, '--data', data, '--now', '2026-11-20T09:00:00Z'], {
      env: { ...process.env, LANG: 'ru_RU.UTF-8' },
    }).ended

/** An organisation in a data folder, with a bill; its window is closed again. */
async function prepared(name: string, withBill = true): Promise<string> {
  mkdirSync(join(folder, name))
  const place = await openInstallation(join(folder, name))
  if (withBill) await place.bring(place.write('bill.csv', focusText([{}, { BilledCost: '20.5' }])))
  await place.close()
  return place.ports.paths.dataFolder
}

const secret = (text: string): string => {
  const path = join(folder, 'phrase.txt')
  writeFileSync(path, `${text}\n`, { mode: 0o600 })
  return path
}

describe('package', () => {
  it('makes a key pair that nobody else can read, signs with it, and loads what it has signed', async () => {
    const place = await openInstallation(folder)
    const phrase = secret('сирень звонит поезду утром')
    const cli = cliOf(place.ports.paths.dataFolder)
    const vendor = join(folder, 'vendor')
    const made = await cli('package', 'key', '--out', vendor, '--passphrase-file', phrase, '--format', 'json')
    expect(made.code).toBe(0)
    const { fingerprint } = JSON.parse(made.stdout) as { fingerprint: string }
    expect(statSync(`${vendor}.key`).mode & 0o777).toBe(0o600)
    expect(readFileSync(`${vendor}.key`, 'utf8')).toContain('ENCRYPTED')
    expect((await cli('package', 'key', '--out', vendor)).code).toBe(1)

    const content = join(folder, 'rates.json')
    writeFileSync(content, JSON.stringify(someRates('80')))
    const out = join(folder, 'rates.izpack')
    const make = (...more: string[]) =>
      cli(
        'package',
        'make',
        '--kind',
        'rates',
        '--content',
        content,
        '--key',
        `${vendor}.key`,
        '--out',
        out,
        ...more,
      )
    expect(await make()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Этим файлом не подписать'),
    })
    expect(await make('--passphrase-file', phrase)).toMatchObject({ code: 0, stderr: '' })

    const publicKeyPem = readFileSync(`${vendor}.pem`, 'utf8')
    expect(await place.ask('packages.addKey', { name: 'Поставщик', publicKeyPem })).toMatchObject({
      fingerprint,
    })
    await place.close()
    const loaded = await cli('package', 'load', out, '--format', 'json')
    expect(loaded).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(loaded.stdout)).toMatchObject([{ kind: 'rates', from: '2026-09-15', to: '2026-10-15' }])
    expect(JSON.parse((await cli('package', 'list', '--format', 'json')).stdout)).toHaveLength(1)

    const stored = join(folder, 'stored.izpack')
    const again = ['package', 'make', '--kind', 'rates', '--from', '2026-09-01', '--to', '2026-10-31']
    const ended = await cli(...again, '--key', `${vendor}.key`, '--passphrase-file', phrase, '--out', stored)
    expect(ended).toMatchObject({ code: 0 })
    expect(readFileSync(stored, 'utf8')).toContain('["USD","2026-10-15",1,"80"]')
  }, 60_000)

  it.each([
    [['package'], 'package бывает'],
    [['package', 'make', '--kind', 'songs'], 'package бывает'],
    [['package', 'load'], 'package бывает'],
    [['parcel', 'open'], 'parcel бывает'],
    [['parcel', 'make', '--month', '2026-05', '--out', 'x'], '--passphrase-file'],
  ])('%o is refused in a sentence, with code 2', async (args, said) => {
    const { code, stdout, stderr } = await cliOf(folder)(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
  })
})

describe('parcel', () => {
  it('carries months from one data folder to another, once', async () => {
    const phrase = secret('сирень звонит поезду утром')
    const from = cliOf(await prepared('sender'))
    const to = cliOf(await prepared('receiver', false))
    const path = join(folder, 'may.izdata')
    const made = await from(
      'parcel',
      'make',
      '--month',
      '2026-05',
      '--out',
      path,
      '--passphrase-file',
      phrase,
      '--format',
      'json',
    )
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const { fingerprint } = JSON.parse(made.stdout) as { fingerprint: string }

    const opened = await to('parcel', 'open', path, '--passphrase-file', phrase, '--format', 'json')
    expect(opened.stderr).toContain(fingerprint)
    expect(JSON.parse(opened.stdout)).toEqual([
      { month: '2026-05', rowsIn: 2, totals: '30.5 RUB', state: 'new' },
    ])
    const merge = () => to('parcel', 'merge', path, '--passphrase-file', phrase, '--format', 'json')
    expect(JSON.parse((await merge()).stdout)).toEqual({ rows: 2, added: 1, replaced: 0, same: 0, older: 0 })
    expect(JSON.parse((await merge()).stdout)).toMatchObject({ rows: 0, same: 1 })
    expect((await to('export')).stdout.split('\n').filter((line) => line.includes('acc-1'))).toHaveLength(2)
  }, 60_000)
})
