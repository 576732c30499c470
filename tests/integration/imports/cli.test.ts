import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { openStore } from '#main/store/open.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { csvOf, focusDays } from '#tests/support/imports.ts'
import { type Ended, launch } from '#tests/support/launch.ts'
import { addPerson } from '#tests/support/people.ts'

let folder = ''
let data = ''

beforeAll(async () => {
  await buildStale(createTerminal(process.env))
  folder = mkdtempSync(join(tmpdir(), 'infrazen-cli-'))
  data = join(folder, 'data')
  const store = await openStore(testPorts(data))
  addPerson(store, { workspaceId: 'w1', userId: 'u1' })
  store.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const cli = (...args: string[]): Promise<Ended> =>
  launch(
    process.execPath,
    ['out/main/cli.js', 'import', ...args, '--data', data, '--now', '2026-11-20T09:00:00Z'],
    { env: { ...process.env, LANG: 'ru_RU.UTF-8' } },
  ).ended

describe('import in the terminal', () => {
  it('tells what is in a file without loading it, then loads it, and not twice', async () => {
    const file = write('october.csv', csvOf(focusDays(3)))
    const dry = await cli(file, '--dry-run', '--format', 'json')
    expect(JSON.parse(dry.stdout)).toMatchObject([
      { file: 'october.csv', status: 'ready', rowsIn: 3, rowsKept: 3, rowsRejected: 0, totals: '31.5 RUB' },
    ])
    expect(dry.code).toBe(0)
    const done = await cli(file, '--format', 'csv')
    expect([done.code, done.stdout.split('\r\n')[1]]).toEqual([
      0,
      expect.stringContaining(',october.csv,committed,3,3,0,2026-10-05,2026-10-07,31.5 RUB,'),
    ])
    const again = await cli(file)
    expect(again).toMatchObject({ code: 0, stderr: '' })
    expect(again.stdout).toMatch(/Файл +Итог[\s\S]*october\.csv +уже загружено/)
  })

  it('says by its code that it came to nothing, or not to all', async () => {
    const table = write('table.csv', 'a,b\n1,2\n')
    const good = write('november.csv', csvOf(focusDays(1, { BillingAccountId: '2' })))
    const asked = await cli(table)
    expect(asked.code).toBe(1)
    expect(asked.stdout).toMatch(/table\.csv +нужен ответ в окне программы[\s\S]*что в каких столбцах/)
    expect((await cli(table, good)).code).toBe(3)
  })

  it.each([
    [[], 2, 'Какие файлы загрузить?'],
    [['none.csv'], 1, 'Файла «none.csv» больше нет'],
    [['--mode', 'merge', 'a.csv'], 2, '--mode'],
    [['package.json', '--organisation', 'Лютик'], 1, 'организации'],
  ])('refuses %o in a sentence', async (args, code, said) => {
    const ended = await cli(...args)
    expect([ended.code, ended.stdout]).toEqual([code, ''])
    expect(ended.stderr).toContain(said)
  })
})
