import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buildStale } from '#main/hosts/launch/build.ts'
import { archiveAddress, installedElectron } from '#main/hosts/launch/electron-runtime.ts'
import { createTerminal } from '#main/hosts/terminal.ts'

/** Installers for this system. Arguments go on to electron-builder: `-- --config electron-builder.e2e.yml`. */
await buildStale(createTerminal(process.env))

const { version } = (await import('electron/package.json', { with: { type: 'json' } })).default
const isPresent = installedElectron('node_modules/electron', process.env) !== null
const child = spawn(
  process.execPath,
  ['node_modules/electron-builder/cli.js', '--publish', 'never', ...process.argv.slice(2)],
  { stdio: ['ignore', 'pipe', 'pipe'], env: process.env },
)
let said = ''
for (const [from, to] of [
  [child.stdout, process.stdout],
  [child.stderr, process.stderr],
] as const) {
  from.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
    to.write(chunk)
  })
}
const [status] = (await once(child, 'close')) as [number | null]
const isNetwork =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|getaddrinfo|cannot resolve|HTTPError/i
if (status !== 0 && isNetwork.test(said)) {
  console.error(
    isPresent
      ? 'package: a packing tool of electron-builder could not be downloaded; it is fetched once, from github.com.'
      : `package: the Electron runtime ${version} could not be downloaded from ${archiveAddress(process.env, version)}. ` +
          'Give an unpacked runtime with "-- -c.electronDist=<folder>", or name a mirror in ELECTRON_MIRROR.',
  )
}
process.exitCode = status ?? 1
