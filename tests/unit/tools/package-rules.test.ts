import { describe, expect, it } from 'vitest'
import {
  contentProblems,
  MAX_BYTES,
  type PackedFile,
  summaryOf,
  textProblems,
} from '../../tools/package-rules.ts'

const TARGET = 'linux-x64'
const SQLITE = 'node_modules/better-sqlite3/prebuilds/linux-x64.node'
const KEYRING_FOLDER = 'node_modules/@napi-rs/keyring-linux-x64-gnu'
const KEYRING = `${KEYRING_FOLDER}/keyring.linux-x64-gnu.node`
const PAINTER_FOLDER = 'node_modules/@resvg/resvg-js-linux-x64-gnu'
const PAINTER = `${PAINTER_FOLDER}/resvgjs.linux-x64-gnu.node`
const natives = [SQLITE, KEYRING, PAINTER]

const good: PackedFile[] = [
  'package.json',
  'out/main/electron.js',
  'out/main/backend.js',
  'out/main/reader.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/@napi-rs/keyring/index.js',
  `${KEYRING_FOLDER}/package.json`,
  `${KEYRING_FOLDER}/LICENSE.third-party.md`,
  'node_modules/@resvg/resvg-js/js-binding.js',
  `${PAINTER_FOLDER}/package.json`,
  ...natives,
].map((path) => ({ path, bytes: 1000, isUnpacked: natives.includes(path) }))

describe('the summary', () => {
  it('adds up by folder, the native modules apart', () => {
    const lines = summaryOf(good).map((line) => line.trim().replace(/ +/g, ' '))
    expect(lines).toEqual([
      'in the archive: files, bytes',
      'out/main 4 4000',
      'node_modules/@napi-rs 3 3000',
      'node_modules/@resvg 2 2000',
      '. 1 1000',
      'out/preload 1 1000',
      'out/renderer 1 1000',
      'node_modules/better-sqlite3 1 1000',
      'together 13 13000',
      'native modules, outside the archive: files, bytes',
      `${SQLITE} 1 1000`,
      `${KEYRING} 1 1000`,
      `${PAINTER} 1 1000`,
    ])
  })
})

describe('what may be packed', () => {
  it('is content with the program alone', () => {
    expect(contentProblems(good, TARGET)).toEqual([])
  })

  it.each([
    'main/hosts/electron/main.ts',
    'out/main/electron.js.map',
    'out/main/web.js',
    'out/.built/main',
    'tests/fakes/electron.mjs',
    '.env',
    'node_modules/react/index.js',
    'node_modules/better-sqlite3/src/addon.cpp',
    'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    'node_modules/@napi-rs/keyring-linux-x64-musl/keyring.linux-x64-musl.node',
    'node_modules/@napi-rs/keyring/keytar.js',
    'node_modules/@napi-rs/keyring/index.d.ts',
  ])('has no place for %s', (path) => {
    const files = [...good, { path, bytes: 1, isUnpacked: false }]
    expect(contentProblems(files, TARGET)).toEqual([`${path} has no business there`])
  })

  it.each(good.map(({ path }) => path).filter((path) => path !== 'package.json'))('misses %s', (path) => {
    const files = good.filter((file) => file.path !== path)
    expect(contentProblems(files, TARGET)).toEqual([`${path} is not packed`])
  })

  it('wants the binaries outside the archive and everything else inside', () => {
    const turned = good.map((file) => ({ ...file, isUnpacked: !file.isUnpacked }))
    expect(contentProblems(turned, TARGET)).toHaveLength(good.length)
  })

  it('counts every byte but those of native modules', () => {
    const sized = (bytes: number) =>
      good.map((file) => ({
        ...file,
        bytes: file.path === 'package.json' ? bytes : natives.includes(file.path) ? 9e9 : 0,
      }))
    expect(contentProblems(sized(MAX_BYTES), TARGET)).toEqual([])
    expect(contentProblems(sized(MAX_BYTES + 1), TARGET)).toHaveLength(1)
  })
})

describe('what a packed text may hold', () => {
  it.each([
    `-----BEGIN RSA ${'PRIVATE'} KEY-----`,
    `AKIA${'ABCDEFGH01234567'}`,
    `ghp_${'a'.repeat(36)}`,
    '//# sourceMappingURL=electron.js.map',
    'const folder = "/home/somebody/src"',
  ])('is not %s', (text) => {
    expect(textProblems('out/main/electron.js', text)).toHaveLength(1)
  })

  it('is code and words', () => {
    expect(textProblems('out/main/electron.js', 'const home = homedir() // «Облако»')).toEqual([])
  })
})
