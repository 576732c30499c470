import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { type Ended, launch } from '#tests/support/launch.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let data = ''

const cli = (...args: string[]): Promise<Ended> =>
  launch(process.execPath, ['out/main/cli.js', ...args, '--data', data, '--now', '2026-11-20T09:00:00Z'], {
    env: { ...process.env, LANG: 'ru_RU.UTF-8' },
  }).ended

beforeAll(async () => {
  await buildStale(createTerminal(process.env), { only: 'main' })
})

async function demo(): Promise<void> {
  data = tempFolder()
  expect((await cli('demo')).code).toBe(0)
}

type Written = { file: string; format: string; bytes: number; sha256: string }[]

describe('report', () => {
  it('writes the files that it tells of, the same ones each time', async () => {
    await demo()
    const folders = [tempFolder(), tempFolder()]
    const told: Written[] = []
    for (const out of folders) {
      const words = ['--period', '2026-10', '--formats', 'pdf,csv', '--out', out, '--format', 'json']
      const { code, stdout } = await cli('report', 'Справка для финансового директора', ...words)
      expect(code).toBe(0)
      told.push(JSON.parse(stdout))
    }
    const [first = [], second = []] = told
    expect(readdirSync(folders[0] ?? '').length).toBe(first.length)
    for (const { file, bytes, sha256 } of first) {
      const content = readFileSync(file)
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
    }
    expect(first.map(({ sha256 }) => sha256)).toEqual(second.map(({ sha256 }) => sha256))
    expect(readdirSync(join(data, 'exports'))).toEqual([])
  })

  it('writes one file to standard output and says of it on the other stream', async () => {
    await demo()
    const { code, stdout, stderr } = await cli('report', 'cfoBrief', '--period', 'last', '--out', '-')
    expect([code, stdout.slice(0, 5)]).toEqual([0, '%PDF-'])
    expect(stderr).toMatch(/\.pdf: байт \d+, SHA-256 [0-9a-f]{64}/)
  })

  it('lists what there is, owes nothing without schedules, and knows no other name', async () => {
    await demo()
    const listed = await cli('report', '--list', '--format', 'csv', '--language', 'en')
    expect(listed.stdout).toMatch(/^name,kind,title\r\n[\s\S]*cfoBrief,template,/)
    const due = await cli('report', 'due', '--format', 'json')
    expect([due.code, due.stdout]).toEqual([0, '[]\n'])
    const unknown = await cli('report', 'Нет такого')
    expect([unknown.code, unknown.stdout]).toEqual([1, ''])
    expect(unknown.stderr).toContain('report --list')
    const bad = join(tempFolder(), 'bad.json')
    writeFileSync(bad, '{')
    expect((await cli('report', bad)).code).toBe(1)
    expect((await cli('report', join(data, 'none.json'))).code).toBe(2)
  })
})

describe('reconcile and verify', () => {
  it('tell by their codes of differences and of damage', async () => {
    await demo()
    const { code, stdout } = await cli('reconcile', '--month', '2026-10', '--format', 'json')
    const rows: { isEqual: boolean; difference: string | null }[] = JSON.parse(stdout)
    expect(rows.length).toBe(4)
    expect(code).toBe(rows.every(({ isEqual }) => isEqual) ? 0 : 3)
    expect((await cli('reconcile', '--month', '2024-01', '--format', 'json')).stdout).toBe('[]\n')

    const out = tempFolder()
    await cli('report', 'cfoBrief', '--formats', 'csv', '--out', out)
    await cli('backup')
    expect((await cli('verify', '--format', 'json')).stdout).toBe('[]\n')
    const archive = join(data, 'reports')
    const [file = ''] = readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.csv'),
    )
    chmodSync(join(archive, file), 0o600)
    appendFileSync(join(archive, file), 'ещё строка')
    const [copy = ''] = readdirSync(join(data, 'backups'))
    writeFileSync(join(data, 'backups', copy), 'no database')
    const damaged = await cli('verify', '--format', 'json')
    expect(damaged.code).toBe(1)
    expect(JSON.parse(damaged.stdout)).toEqual([
      { what: 'report', name: expect.stringContaining(basename(file)), state: 'changed' },
      { what: 'backup', name: copy, state: 'damaged' },
    ])
  })
})
