import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { archiveAddress, findElectron, installedElectron } from '#main/hosts/launch/electron-runtime.ts'
import { runWindow } from '#main/hosts/launch/start.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const DAY_MS = 24 * 3_600_000
// Nothing listens on port 1 of this machine: the archive is out of reach.
const env = { PATH: process.env.PATH, ELECTRON_MIRROR: 'http://127.0.0.1:1/' }

let packageFolder = ''
let cacheFolder = ''
let notes: string[] = []

beforeEach(() => {
  const base = tempFolder()
  packageFolder = join(base, 'electron')
  cacheFolder = join(base, 'cache')
  notes = []
  mkdirSync(packageFolder)
  writeFileSync(join(packageFolder, 'package.json'), '{"version":"45.4.1"}')
})

/** An installer that notes each try and then does as told. */
function putInstaller(then: string): void {
  const count = `require('fs').appendFileSync(__dirname + '/tries', 'x');`
  writeFileSync(join(packageFolder, 'install.js'), count + then)
}
const tries = (): number => readFileSync(join(packageFolder, 'tries'), 'utf8').length

const find = (nowMs = 0, retry = false): Promise<string | null> =>
  findElectron({
    packageFolder,
    cacheFolder,
    env,
    nowMs,
    retry,
    offlineLimitMs: 400,
    terminal: { note: (key) => notes.push(key) },
  })

describe('the Electron runtime', () => {
  it('is taken as it is when it is there', async () => {
    mkdirSync(join(packageFolder, 'dist'))
    writeFileSync(join(packageFolder, 'path.txt'), 'electron')
    writeFileSync(join(packageFolder, 'dist', 'electron'), '')
    expect(await find()).toBe(join(packageFolder, 'dist', 'electron'))
    expect(notes).toEqual([])
  })

  it('is looked for where Electron itself is told to look', () => {
    writeFileSync(join(packageFolder, 'electron'), '')
    const told = { ELECTRON_OVERRIDE_DIST_PATH: packageFolder }
    expect(installedElectron(packageFolder, told)).toBe(join(packageFolder, 'electron'))
    expect(archiveAddress({ ELECTRON_MIRROR: 'https://mirror.example/' }, '45.4.1')).toMatch(
      /^https:\/\/mirror\.example\/v45\.4\.1\/electron-v45\.4\.1-\w+-\w+\.zip$/,
    )
  })

  it('is installed when the installer can', async () => {
    putInstaller(
      `const fs = require('fs'); fs.mkdirSync(__dirname + '/dist');
       fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron')`,
    )
    expect(await find()).toBe(join(packageFolder, 'dist', 'electron'))
  })

  it('is tried for once a day, and when asked for', async () => {
    putInstaller('process.exit(1)')
    expect(await find(0)).toBeNull()
    expect(await find(DAY_MS - 1)).toBeNull()
    expect(tries()).toBe(1)
    await find(DAY_MS - 1, true)
    expect(tries()).toBe(2)
    await find(2 * DAY_MS)
    expect(tries()).toBe(3)
    expect(notes).toEqual(Array(4).fill('launch.noElectron'))
  })

  it('is tried for again after an upgrade', async () => {
    putInstaller('process.exit(1)')
    await find()
    writeFileSync(join(packageFolder, 'package.json'), '{"version":"46.0.0"}')
    await find()
    expect(tries()).toBe(2)
  })

  it('is given up when the installer does not come back', async () => {
    putInstaller('setInterval(() => {}, 1000)')
    const before = performance.now()
    expect(await find()).toBeNull()
    expect(performance.now() - before).toBeLessThan(3000)
  })
})

describe('the window', () => {
  const program = (script: string): string => {
    const file = join(packageFolder, 'program')
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
    return file
  }

  it('hands its exit code on', async () => {
    expect(await runWindow(program('exit 0'), [])).toBe(0)
    expect(await runWindow(program('exit 4'), [])).toBe(4)
  })

  it.each(['exit 127', 'kill -TRAP $$', 'kill -SEGV $$'])(
    'that never came up (%s) is told apart',
    async (end) => {
      expect(await runWindow(program(end), [])).toBeNull()
    },
  )

  it('whose program is not there is told apart', async () => {
    expect(await runWindow(join(packageFolder, 'nothing'), [])).toBeNull()
  })
})
