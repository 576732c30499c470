import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { findMissing, packerLine } from '#tests/tools/package-needs.ts'

type Case = { args?: string[]; env?: Record<string, string>; cached?: string[]; answering?: RegExp }

function ask({ args = [], env = {}, cached = [], answering = /^never$/ }: Case) {
  const folder = tempFolder()
  for (const file of cached) {
    mkdirSync(join(folder, file.endsWith('/') ? file : dirname(file)), { recursive: true })
    if (!file.endsWith('/')) writeFileSync(join(folder, file), '')
  }
  const caches = { runtimes: join(folder, 'runtimes'), tools: join(folder, 'tools') }
  return findMissing({ args, env, version: '45.0.0', caches, isReachable: async (a) => answering.test(a) })
}

const RUNTIME = 'runtimes/0a1b/electron-v45.0.0-linux-x64.zip'

describe('findMissing', () => {
  it('names the runtime first where nothing answers, with the address that was asked', async () => {
    expect(await ask({})).toMatchObject({ name: 'runtime', from: expect.stringContaining('v45.0.0') })
    expect(await ask({ env: { ELECTRON_MIRROR: 'https://mirror.example/' } })).toMatchObject({
      from: expect.stringMatching(/^https:\/\/mirror\.example\/v45\.0\.0\//),
    })
  })

  it('names the tools where the runtime is given or kept from before', async () => {
    const given = await ask({ args: ['-c.electronDist=/opt/electron'] })
    const kept = await ask({ cached: [RUNTIME] })
    // An attempt that failed leaves the folder of a tool behind, with nothing in it.
    const tried = await ask({ cached: [RUNTIME, 'tools/fpm@2/fpm-1.17/'] })
    expect([given?.name, kept?.name, tried?.name]).toEqual(['tools', 'tools', 'tools'])
    expect(await ask({ cached: ['runtimes/0a1b/electron-v44.0.0-linux-x64.zip'] })).toMatchObject({
      name: 'runtime',
    })
  })

  it.each<[string, Case]>([
    ['everything is kept from before', { cached: [RUNTIME, 'tools/fpm@2/fpm-1.7z'] }],
    ['everything can be fetched', { answering: /./ }],
    ['a folder is packed over a given runtime', { args: ['--dir', '-c.electronDist=x'] }],
    ['there is a proxy, which it cannot ask', { env: { HTTPS_PROXY: 'http://proxy.example' } }],
  ])('misses nothing when %s', async (_, situation) => expect(await ask(situation)).toBeNull())
})

describe('packerLine', () => {
  it('keeps what happened and drops the stack', () => {
    const said = [
      '  • packaging       platform=linux arch=x64',
      '  ⨯ connect ECONNREFUSED  failedTask=build stackTrace=RequestError: connect ECONNREFUSED',
      '    at ClientRequest.emit (node:events:526:24)',
      'Error #1 --------------------------------',
      `${' '.repeat(900)}`,
    ].map(packerLine)
    expect(said).toEqual([
      '  • packaging       platform=linux arch=x64',
      '  ⨯ connect ECONNREFUSED',
      null,
      null,
      null,
    ])
  })
})
