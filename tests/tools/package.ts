import { spawnSync } from 'node:child_process'
import { buildStale } from '#main/hosts/launch/build.ts'
import { archiveAddress, installedElectron } from '#main/hosts/launch/electron-runtime.ts'
import { createTerminal } from '#main/hosts/terminal.ts'

/** Installers for this system. Arguments go on to electron-builder: `-- --config electron-builder.e2e.yml`. */
await buildStale(createTerminal(process.env))

const { version } = (await import('electron/package.json', { with: { type: 'json' } })).default
const isPresent = installedElectron('node_modules/electron', process.env) !== null
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  ['node_modules/electron-builder/cli.js', '--publish', 'never', ...process.argv.slice(2)],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64_000_000 },
)
process.stdout.write(stdout)
process.stderr.write(stderr)
const isNetwork =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|getaddrinfo|cannot resolve|HTTPError/i
if (status !== 0 && isNetwork.test(stdout + stderr)) {
  console.error(
    isPresent
      ? 'package: a packing tool of electron-builder could not be downloaded; it is fetched once, from github.com.'
      : `package: the Electron runtime ${version} could not be downloaded from ${archiveAddress(process.env, version)}. ` +
          'Give an unpacked runtime with "-- -c.electronDist=<folder>", or name a mirror in ELECTRON_MIRROR.',
  )
}
process.exitCode = status ?? 1
