import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildStale } from '#main/hosts/launch/build.ts'
import { WRONG_RUNTIME } from '#main/hosts/runtime.mjs'
import { createTerminal } from '#main/hosts/terminal.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

beforeAll(() => buildStale(createTerminal(process.env), { only: 'main' }))

/** The machine's own Node, where it is older than the store needs. */
function findOldNode(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const node = join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
    if (!existsSync(node) || realpathSync(node) === realpathSync(process.execPath)) continue
    const { stdout } = spawnSync(node, ['-p', 'process.versions.napi'], { encoding: 'utf8' })
    if (stdout && Number(stdout) < 10) return node
  }
  return null
}

const oldNode = findOldNode()
// Where no old Node stands on the machine, this one says that it is old before the entry looks.
const PRETEND = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,napi:'9'}})`
const [node, args] = oldNode ? [oldNode, []] : [process.execPath, ['--import', PRETEND]]

describe(`a Node that is too old (${oldNode ? 'a real one' : 'pretended'})`, () => {
  it.each(['backend', 'web', 'cli'])(
    'is refused by out/main/%s.js with a sentence, not by a signal',
    (name) => {
      const env = { ...process.env, INFRAZEN_DATA: tempFolder() }
      const ended = spawnSync(node, [...args, join('out', 'main', `${name}.js`)], { encoding: 'utf8', env })
      expect([ended.signal, ended.status, ended.stdout]).toEqual([null, WRONG_RUNTIME, ''])
      expect(ended.stderr).toMatch(/^InfraZen: нужен Node\.js .*npm ci[\s\S]*InfraZen needs Node\.js/)
      expect(ended.stderr).not.toMatch(/\n\s+at /)
    },
  )
})
