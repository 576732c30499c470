import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, extractFile, getRawHeader } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { buildStale } from '#main/hosts/launch/build.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import {
  contentProblems,
  MAX_BYTES,
  NATIVE,
  type PackedFile,
  summaryOf,
  textProblems,
} from './package-rules.ts'
import { makeStubRuntime } from './stub-runtime.ts'

/** Packs the program over a stub of the runtime and looks into the result. Needs neither Electron nor the network. */
const TARGET = 'linux-x64'
const OUTPUT = join('dist', 'check')
const resources = join(OUTPUT, 'linux-unpacked', 'resources')
const archive = join(resources, 'app.asar')

const { DISABLE, ENABLE } = FuseState
const FUSES: readonly [name: keyof typeof FuseV1Options, state: FuseState][] = [
  ['RunAsNode', DISABLE],
  ['EnableCookieEncryption', ENABLE],
  ['EnableNodeOptionsEnvironmentVariable', DISABLE],
  ['EnableNodeCliInspectArguments', DISABLE],
  ['EnableEmbeddedAsarIntegrityValidation', ENABLE],
  ['OnlyLoadAppFromAsar', ENABLE],
  ['LoadBrowserProcessSpecificV8Snapshot', DISABLE],
  ['GrantFileProtocolExtraPrivileges', DISABLE],
]

function pack(): void {
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as {
    version: string
  }
  const stub = mkdtempSync(join(tmpdir(), 'infrazen-stub-'))
  const args = ['--linux', 'dir', '--x64', '--publish', 'never', `-c.directories.output=${OUTPUT}`]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/electron-builder/cli.js', ...args, `-c.electronDist=${makeStubRuntime(stub, version)}`],
    { encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
  )
  rmSync(stub, { recursive: true, force: true })
  if (status === 0) return
  console.error(`package: electron-builder ended with ${status}:\n${stdout}\n${stderr}`)
  process.exit(1)
}

type Entry = { files?: Record<string, Entry>; size?: number; unpacked?: boolean }

function listFiles(entry: Entry, path = ''): PackedFile[] {
  if (!entry.files) return [{ path, bytes: entry.size ?? 0, isUnpacked: entry.unpacked === true }]
  return Object.entries(entry.files).flatMap(([name, inner]) =>
    listFiles(inner, path ? `${path}/${name}` : name),
  )
}

/** The same bytes as the web host serves: one page for both hosts. */
const pageProblems = (files: readonly PackedFile[]): string[] =>
  files
    .filter(({ path }) => path.startsWith('out/renderer/'))
    .filter(({ path }) => !extractFile(archive, path).equals(readFileSync(path)))
    .map(({ path }) => `${path} differs from the page that the web host serves`)

/** Nothing of the repository is within reach there: what the archive lacks is missing. */
function runProblems(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-packed-'))
  try {
    extractAll(archive, folder)
    return [...sqliteProblems(folder), ...keyringProblems(folder), ...smokeProblems(folder)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The packed module finds its binary by itself and answers, in a fresh Node. */
function sqliteProblems(folder: string): string[] {
  const script = `
    const db = new (require(process.argv[1]))(':memory:')
    db.exec('CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (40), (2)')
    process.stdout.write(String(db.prepare('SELECT sum(x) AS s FROM t').get().s))`
  const path = join(folder, 'node_modules', 'better-sqlite3')
  const { stdout, stderr, signal } = spawnSync(process.execPath, ['-e', script, path], { encoding: 'utf8' })
  return stdout === '42' ? [] : [`the packed better-sqlite3 does not answer: ${signal ?? stderr}`]
}

/** No keychain is asked: it is enough that the binary is found and loads, as the program imports it. */
function keyringProblems(folder: string): string[] {
  const script = 'process.stdout.write(typeof (await import(process.argv[1])).AsyncEntry)'
  const path = join(folder, 'node_modules', '@napi-rs', 'keyring', 'index.js')
  const args = ['--input-type=module', '-e', script, path]
  const { stdout, stderr, signal } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return stdout === 'function' ? [] : [`the packed keyring does not load: ${signal ?? stderr}`]
}

/** `--smoke` of the packed program, with the fake electron in the runtime's place. */
function smokeProblems(folder: string): string[] {
  const env = { ...process.env, FAKE_PACKAGED: '1', FAKE_MAIN: join(folder, 'out/main/electron.js') }
  const args = ['--import', './tests/fakes/electron-hooks.mjs', 'tests/fakes/electron-boot.mjs', '--smoke']
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env, timeout: 60_000 })
  return status === 0 ? [] : [`the packed program fails its own check: ${stderr}`]
}

await buildStale(createTerminal(process.env))
rmSync(OUTPUT, { recursive: true, force: true })
pack()

const files = listFiles(getRawHeader(archive).header as Entry)
const wire = await getCurrentFuseWire(join(OUTPUT, 'linux-unpacked', 'infrazen'))
for (const line of summaryOf(files)) console.log(line)
console.log('fuses')
for (const [name] of FUSES)
  console.log(`  ${name.padEnd(60)}${wire[FuseV1Options[name]] === ENABLE ? 'on' : 'off'}`)

const fuseProblems = FUSES.filter(([name, state]) => wire[FuseV1Options[name]] !== state).map(
  ([name, state]) => `fuse ${name} is not ${state === ENABLE ? 'on' : 'off'}`,
)
const problems = [
  ...contentProblems(files, TARGET),
  ...files
    .filter(({ path }) => /\.(js|cjs|html|css|json)$/.test(path))
    .flatMap(({ path }) => textProblems(path, extractFile(archive, path).toString('utf8'))),
  ...pageProblems(files),
  ...runProblems(),
  ...fuseProblems,
]
const ours = files.filter(({ path }) => !NATIVE.test(path)).reduce((sum, { bytes }) => sum + bytes, 0)
for (const problem of problems) console.error(`package: ${problem}`)
console.log(
  problems.length === 0
    ? `package: ${files.length} files, ${ours} bytes besides native modules (limit ${MAX_BYTES}), SQLite answers, the keyring loads, --smoke passes, ${FUSES.length} fuses as stated, page as on the web host`
    : `package: ${problems.length} things are wrong`,
)
process.exitCode = problems.length === 0 ? 0 : 1
