import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bootElectron, buildMainBundle, built } from '../../support/electron.ts'
import { launch } from '../../support/launch.ts'
import { tempFolder } from '../../support/temp-folder.ts'

beforeAll(buildMainBundle, 120_000)

const fakes = join(import.meta.dirname, '..', '..', 'fakes')

/** As a shell starts the installed program, with its output to read. */
const installed = (...words: string[]) =>
  launch(
    process.execPath,
    ['--import', join(fakes, 'electron-hooks.mjs'), join(fakes, 'electron-boot.mjs'), ...words],
    {
      env: { ...process.env, FAKE_MAIN: built('main', 'electron.js'), LANG: 'ru_RU.UTF-8' },
    },
  ).ended

describe('the installed program as a command', () => {
  it('answers on stdout and ends with the code of the command', async () => {
    const data = tempFolder()
    const { code, stdout } = await installed('--cli', 'status', '--data', data, '--format', 'json')
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ dataFolder: data, store: 'free' }),
    ])
    const wrong = await installed('--no-sandbox', '--cli', 'fly')
    expect([wrong.code, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toContain('Нет такой команды: fly. Какие есть, покажет InfraZen --cli --help')
  })

  it('opens no window, takes no lock of the window and makes no folder of a browser', async () => {
    const data = tempFolder()
    const booted = bootElectron(tempFolder(), { args: ['--cli', 'status', '--data', data] })
    const { exit, seen } = await booted.ended
    expect([exit, seen.windows, seen.tray]).toEqual([0, [], null])
    expect(seen.order).not.toContain('lock')
    expect(existsSync(join(data, 'browser'))).toBe(false)
  })
})
