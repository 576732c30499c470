import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { buildStale } from '#main/hosts/launch/build.ts'
import { installedElectron } from '#main/hosts/launch/electron-runtime.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { findMissing, packerLine } from './package-needs.ts'

/** Installers for this system. Arguments go on to electron-builder: `-- --config electron-builder.e2e.yml`. */
const { version } = (await import('electron/package.json', { with: { type: 'json' } })).default
const args = process.argv.slice(2)
const terminal = createTerminal(process.env)

async function pack(): Promise<number> {
  const child = spawn(
    process.execPath,
    ['node_modules/electron-builder/cli.js', '--publish', 'never', ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: process.env },
  )
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    createInterface({ input: from }).on('line', (line) => {
      const said = packerLine(line)
      if (said !== null) to.write(`${said}\n`)
    })
  }
  const [status] = (await once(child, 'close')) as [number | null]
  return status ?? 1
}

function explain({ name, from }: { name: 'runtime' | 'tools'; from: string }): string {
  if (name === 'tools')
    return `the packing tools of electron-builder are not here and ${from} does not answer; they are fetched once.`
  const dist = installedElectron('node_modules/electron', process.env)
    ? 'node_modules/electron/dist'
    : '<folder>'
  return (
    `the Electron runtime ${version} is not here and ${from} does not answer. ` +
    `Give an unpacked runtime with "-- -c.electronDist=${dist}", or name a mirror in ELECTRON_MIRROR.`
  )
}

const missing = await findMissing({ args, env: process.env, version })
if (missing) {
  console.error(`package: ${explain(missing)}`)
  process.exitCode = 1
} else {
  try {
    await buildStale(terminal)
    process.exitCode = await pack()
  } catch (error) {
    process.exitCode = terminal.explain(error)
  }
}
