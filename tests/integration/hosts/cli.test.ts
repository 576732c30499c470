import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { openStore } from '#main/store/open.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { type Ended, launch } from '#tests/support/launch.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

beforeAll(() => buildStale(createTerminal(process.env)))

const NOW = ['--now', '2026-11-20T09:00:00Z']

const cli = (...args: string[]): Promise<Ended> =>
  launch(process.execPath, ['out/main/cli.js', ...args], { env: { ...process.env, LANG: 'ru_RU.UTF-8' } })
    .ended

describe('the command line', () => {
  it('reports on a new data folder and on one with the demo company', async () => {
    const data = tempFolder()
    const fresh = await cli('status', '--data', data, '--format', 'json')
    expect(JSON.parse(fresh.stdout)).toMatchObject({ dataFolder: data, organisations: 0, hasDemo: false })
    await cli('demo', '--data', data, ...NOW)
    const after = await cli('status', '--data', data)
    expect(after.stdout).toMatch(/Демо-компания +есть\n/)
  })

  it('makes the demo company once, however often it is asked, the same to the byte', async () => {
    const data = tempFolder()
    const [first, second] = [
      await cli('demo', '--data', data, ...NOW),
      await cli('demo', '--data', data, ...NOW),
    ]
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(second.stdout).toBe(first.stdout)
  })

  it('writes CSV under the names of the fields', async () => {
    const { stdout } = await cli('demo', '--data', tempFolder(), '--format', 'csv', ...NOW)
    const [names, values] = stdout.split('\r\n')
    expect(names).toBe('organisation,dataFolder,connections,resources,costLines,firstDay,lastDay')
    expect(values).toMatch(/,4,\d+,\d+,\d{4}-\d\d-\d\d,2026-11-\d\d$/)
  })

  it.each([
    [['fly'], 'Нет такой команды: fly. Какие есть, покажет npm run cli -- --help'],
    [['status', '--format', 'xml'], '--format'],
    [['status', '--no-such'], 'Нет такого параметра: --no-such. Какие есть, покажет npm run cli -- --help'],
    [['status', 'more'], 'Лишнее слово: more.'],
    [['status', '--dry-run'], 'У команды status нет параметра --dry-run.'],
    [['status', '--lock-timeout', 'soon'], '--lock-timeout'],
    [['status', '--language', 'de'], 'есть ru и en'],
    [['report'], 'report --list'],
    [['report', 'x', '--period', 'May'], '--period'],
    [['report', 'x', '--formats', 'doc'], '--formats'],
    [['report', 'x', '--formats', 'pdf,xlsx', '--out', '-'], 'один файл'],
    [['reconcile', '--month', '2026-13'], '--month'],
    [['restore'], 'restore --list'],
    [['export', '--from', 'May'], '--from'],
    [['export', '--what', 'all'], '--what'],
    [['demo', '--organisation'], '--organisation'],
    [['export', '--focus', '9'], '--focus'],
    [['export', '--format', 'json'], 'для export есть csv и parquet'],
  ])('refuses %o in a sentence, with code 2 and an empty stdout', async (args, said) => {
    const { code, stdout, stderr } = await cli(...args, '--data', tempFolder())
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('explains itself', async () => {
    const { code, stdout } = await cli('--help')
    expect([code, stdout]).toEqual([0, (await cli()).stdout])
    expect(stdout).toMatch(/status[\s\S]*demo[\s\S]*Коды выхода/)
  })

  it('recovers a damaged store and says from what, of when, and where the damaged file is', async () => {
    const data = tempFolder()
    const ports = testPorts(data)
    const store = await openStore(ports)
    const { id } = await store.backup('manual')
    store.close()
    const { storeFile, backupsFolder } = ports.paths
    writeFileSync(storeFile, 'no database')

    const refused = await cli('status', '--data', data)
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('npm run cli -- recover')

    const { code, stdout, stderr } = await cli('recover', '--data', data, '--format', 'json', ...NOW)
    const keptAs = join(data, 'infrazen.sqlite.damaged-2026-11-20T09-00-00Z')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ backup: id, backupAt: '2026-11-20T09:00:00.000Z', keptAs })
    expect(stderr).toMatch(/^Хранилище восстановлено/)
    expect(readFileSync(keptAs, 'utf8')).toBe('no database')
    expect((await cli('status', '--data', data)).code).toBe(0)

    writeFileSync(storeFile, 'no database')
    const table = await cli('recover', '--data', data)
    expect(table.stdout).toMatch(/Копия сделана +20\.11\.2026, \d\d:\d\d\n/)

    const again = await cli('recover', '--data', data)
    expect([again.code, again.stdout]).toEqual([1, ''])
    expect(again.stderr).toContain(`Хранилище исправно, восстанавливать его не нужно: ${storeFile}`)

    writeFileSync(storeFile, 'no database')
    for (const name of readdirSync(backupsFolder)) writeFileSync(join(backupsFolder, name), 'no database')
    const { stderr: none } = await cli('recover', '--data', data)
    expect(none).toContain(`В папке ${backupsFolder} нет исправной копии`)
    expect(readFileSync(storeFile, 'utf8')).toBe('no database')
  })

  it('speaks the language that it is told to', async () => {
    const { stdout } = await cli('status', '--data', tempFolder(), '--language', 'en')
    expect(stdout).toMatch(/Store +free\n/)
    expect((await cli('--help', '--language', 'en')).stdout).toMatch(/^Commands:/)
  })

  it('leaves the store to another command, with code 4, and says what it can of it', async () => {
    const data = tempFolder()
    const store = await openStore(testPorts(data))
    try {
      const { code, stdout } = await cli('demo', '--data', data)
      expect([code, stdout]).toEqual([4, ''])
      const status = await cli('status', '--data', data, '--format', 'json')
      expect([status.code, JSON.parse(status.stdout)]).toEqual([
        0,
        {
          version: expect.stringMatching(/^\d+\.\d+\.\d+/),
          dataFolder: data,
          storeBytes: expect.any(Number),
          store: 'openElsewhere',
          holder: process.pid,
          heldSince: '2026-11-20T09:00:00.000Z',
          organisations: null,
          hasDemo: null,
        },
      ])
    } finally {
      store.close()
    }
  })

  it('waits for another command as long as it is told to', async () => {
    const data = tempFolder()
    const store = await openStore(testPorts(data))
    const waiting = launch(process.execPath, [
      'out/main/cli.js',
      'demo',
      '--data',
      data,
      '--lock-timeout',
      '60',
      ...NOW,
    ])
    const isOver = await Promise.race([waiting.ended, cli('status', '--data', data)])
    expect(isOver.stdout).toContain('открыто в другой программе')
    store.close()
    expect((await waiting.ended).code).toBe(0)
  })

  it('names a data folder that cannot be made within a second or two, with code 77', async () => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    const refused =
      process.platform === 'linux' ? ['/proc/infrazen', join(file, 'data')] : [join(file, 'data')]
    for (const folder of refused) {
      const { code, stdout, stderr } = await cli('status', '--data', folder)
      expect([code, stdout]).toEqual([77, ''])
      expect(stderr).toContain(`Нет прав на запись в папку данных: ${folder}`)
    }
  })
})
