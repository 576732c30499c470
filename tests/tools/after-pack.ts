import { globSync } from 'node:fs'

/** As electron-builder numbers them. */
const ARCHES = ['ia32', 'x64', 'armv7l', 'arm64']
const BUILDS: Readonly<Record<string, string>> = { linux: '-gnu', win32: '-msvc', darwin: '' }

/**
 * Exactly one binary of each native module in what was packed, and that of the target: without its keyring the program
 * would start and find no keychain, without its painter write no pictures, and nobody would know why. Called by electron-builder.
 */
export function afterPack(packed: { appOutDir: string; electronPlatformName: string; arch: number }): void {
  const { appOutDir, electronPlatformName: platform, arch } = packed
  const target = `${platform}-${ARCHES[arch]}`
  const build = `${target}${BUILDS[platform] ?? ''}`
  const others = [`@napi-rs/keyring-${build}`, `@resvg/resvg-js-${build}`]
  const wanted = [`better-sqlite3/prebuilds/${target}.node`, ...others.map((name) => `${name}/`)]
  const found = globSync('**/app.asar.unpacked/node_modules/**/*.node', { cwd: appOutDir })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
  const isWhole =
    found.length === wanted.length && wanted.every((part) => found.some((f) => f.includes(part)))
  if (isWhole) return
  throw new Error(
    `one better-sqlite3, one keyring and one resvg for ${target} are wanted, packed: ${found.join(', ') || 'none'}. ` +
      `What npm left out comes with "npm install --no-save --force ${others.join(' ')}".`,
  )
}
