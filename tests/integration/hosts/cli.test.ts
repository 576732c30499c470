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

  it('leaves the store to the program that has it open, with code 4', async () => {
    const data = tempFolder()
    const host = launch(process.execPath, ['out/main/web.js', '--data', data, '--no-open'])
    await host.says(/auth\?t=/)
    const { code, stdout } = await cli('demo', '--data', data)
    host.child.kill('SIGINT')
    await host.ended
    expect([code, stdout]).toEqual([4, ''])
  })

  it('says what it can of a store that another program has open, and who that is', async () => {
    const data = tempFolder()
    const host = launch(process.execPath, ['out/main/web.js', '--data', data, '--no-open', ...NOW])
    await host.says(/auth\?t=/)
    const answers = []
    for (const format of ['table', 'json', 'csv'])
      answers.push(await cli('status', '--data', data, '--format', format))
    host.child.kill('SIGINT')
    await host.ended
    expect(answers.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ])
    const [table, json, csv] = answers.map(({ stdout }) => stdout)
    expect(table).toMatch(/Хранилище +открыто в другой программе\n/)
    expect(table).toMatch(new RegExp(`Процесс этой программы +${host.child.pid}\n`))
    expect(table).toMatch(/Открыто с +20\.11\.2026, \d\d:\d\d\n/)
    const heldSince = '2026-11-20T09:00:00.000Z'
    expect(JSON.parse(json ?? '')).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      dataFolder: data,
      storeBytes: expect.any(Number),
      store: 'openElsewhere',
      holder: host.child.pid,
      heldSince,
    })
    const [names, values] = (csv ?? '').split('\r\n')
    expect(names).toBe('version,dataFolder,storeBytes,store,holder,heldSince')
    expect(values).toMatch(new RegExp(`,openElsewhere,${host.child.pid},${heldSince}$`))
    expect((await cli('status', '--data', data)).stdout).toMatch(/Хранилище +свободно\n/)
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
