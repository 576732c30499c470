import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { channels, hostCallNames } from '#shared/contract/host.ts'
import { callNames } from '#shared/contract/names.ts'
import { buildBundles, built } from '../support/electron.ts'

beforeAll(buildBundles, 120_000)

const fakes = join(import.meta.dirname, '..', 'fakes')

type Surface = {
  world: string
  keys: string[]
  kinds: Record<string, string>
  call: [string, string][]
  host: [string, string][]
  isFrozen: boolean[]
  invoked: unknown[][]
  heard: unknown[]
  leftListeners: number
}

/** Boots the built file with a fake electron that plays both sides, in a Node of its own. */
function surfaceOf(): Surface {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      join(fakes, 'electron-hooks.mjs'),
      join(fakes, 'preload-boot.mjs'),
      built('preload', 'preload.cjs'),
    ],
    { encoding: 'utf8', env: { ...process.env, FAKE_ELECTRON: './electron-page.mjs' } },
  )
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Surface
}

describe('the built preload', () => {
  it('puts the contract into the page and nothing else', () => {
    const surface = surfaceOf()
    expect(surface.world).toBe('infrazen')
    expect(surface.keys).toEqual(['call', 'giveFiles', 'host', 'onMenu', 'platform', 'subscribe'])
    expect(surface.kinds).toEqual({
      call: 'object',
      giveFiles: 'function',
      host: 'object',
      onMenu: 'function',
      platform: 'string',
      subscribe: 'function',
    })
    expect(surface.call).toEqual([...callNames].sort().map((name) => [name, 'function']))
    expect(surface.host).toEqual([...hostCallNames].sort().map((name) => [name, 'function']))
    expect(surface.isFrozen).toEqual([true, true, true])
  })

  it('asks on two channels, by name, and hands over dropped files on a third', () => {
    const { invoked } = surfaceOf()
    expect(invoked).toEqual([
      ...callNames.map((name) => [channels.call, name, { asked: name }]),
      ...hostCallNames.map((name) => [channels.host, name, { asked: name }]),
      [channels.give, ['/dropped/a.csv', '/dropped/b.csv']],
    ])
  })

  it('gives the page the news without the event object, until it stops listening', () => {
    const { heard, leftListeners } = surfaceOf()
    expect(heard).toEqual([[{ name: 'data.changed' }], ['palette']])
    expect(leftListeners).toBe(0)
  })

  it('is one small CommonJS file that needs electron alone', () => {
    const text = readFileSync(built('preload', 'preload.cjs'), 'utf8')
    expect([...text.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(['electron'])
    expect(statSync(built('preload', 'preload.cjs')).size).toBeLessThan(10_000)
  })
})
