import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { afterPack } from '../../tools/after-pack.ts'

const X64 = 1
const ARM64 = 3

function packed(platform: string, arch: number, files: readonly string[], inside = 'resources'): () => void {
  const appOutDir = tempFolder()
  for (const file of files) {
    const path = join(appOutDir, inside, 'app.asar.unpacked', 'node_modules', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
  }
  return () => afterPack({ appOutDir, electronPlatformName: platform, arch })
}

describe('what was packed', () => {
  it.each([
    ['linux', X64, 'linux-x64', 'keyring-linux-x64-gnu/keyring.linux-x64-gnu.node', 'resources'],
    ['win32', X64, 'win32-x64', 'keyring-win32-x64-msvc/keyring.win32-x64-msvc.node', 'resources'],
    [
      'darwin',
      ARM64,
      'darwin-arm64',
      'keyring-darwin-arm64/keyring.darwin-arm64.node',
      'InfraZen.app/Contents/Resources',
    ],
  ] as const)('for %s %i has its three binaries', (platform, arch, target, keyring, inside) => {
    const painter = keyring.replace('keyring-', 'resvg-js-').replace('/keyring.', '/resvgjs.')
    const files = [`better-sqlite3/prebuilds/${target}.node`, `@napi-rs/${keyring}`, `@resvg/${painter}`]
    expect(packed(platform, arch, files, inside)).not.toThrow()
  })

  it('without the keyring and the painter of its target is refused, with the way to get them', () => {
    const files = ['better-sqlite3/prebuilds/darwin-x64.node']
    expect(packed('darwin', X64, files)).toThrow(
      /wanted, packed: .*darwin-x64\.node\. .*npm install --no-save --force @napi-rs\/keyring-darwin-x64 @resvg\/resvg-js-darwin-x64/,
    )
  })

  it.each([
    [[]],
    [['better-sqlite3/prebuilds/linux-x64.node', '@napi-rs/keyring-linux-arm64-gnu/a.node']],
    [
      [
        'better-sqlite3/prebuilds/linux-x64.node',
        '@napi-rs/keyring-linux-x64-gnu/a.node',
        '@resvg/resvg-js-linux-x64-musl/a.node',
      ],
    ],
  ])('with other binaries than that is refused: %j', (files) => {
    expect(packed('linux', X64, files)).toThrow(/linux-x64 are wanted/)
  })
})
