import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '#main/adapters/paths.ts'
import type { Terminal } from '../terminal.ts'

const OFFLINE_LIMIT_MS = 6_000
const PROBE_LIMIT_MS = 4_000
const DOWNLOAD_LIMIT_MS = 15 * 60_000
const RETRY_AFTER_MS = 24 * 3_600_000

type Refusal = { version: string; atMs: number }

type ElectronParts = {
  /** node_modules/electron */
  packageFolder: string
  cacheFolder: string
  env: Environment
  nowMs: number
  retry: boolean
  terminal: Pick<Terminal, 'note'>
  offlineLimitMs?: number
}

/** The Electron program, fetched once when it is missing and the network allows; null when there is none to be had. */
export async function findElectron(parts: ElectronParts): Promise<string | null> {
  const present = installedElectron(parts.packageFolder, parts.env)
  if (present) return present
  const version = versionOf(parts.packageFolder)
  const file = join(parts.cacheFolder, 'electron-runtime.json')
  if (version !== null && (parts.retry || !isRefused(file, version, parts.nowMs))) {
    await install(parts, version)
    const fetched = installedElectron(parts.packageFolder, parts.env)
    if (fetched) return fetched
    remember(parts.cacheFolder, file, { version, atMs: parts.nowMs })
  }
  parts.terminal.note('launch.noElectron', { version: version ?? '' })
  return null
}

/** The same places where Electron's own package looks, without its habit of downloading when asked. */
export function installedElectron(packageFolder: string, env: Environment): string | null {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  const pathFile = join(packageFolder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : override ? 'electron' : null
  if (name === null) return null
  const program = join(override || join(packageFolder, 'dist'), name)
  return existsSync(program) ? program : null
}

function versionOf(packageFolder: string): string | null {
  const manifest = join(packageFolder, 'package.json')
  if (!existsSync(manifest)) return null
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

function isRefused(file: string, version: string, nowMs: number): boolean {
  try {
    const refusal = JSON.parse(readFileSync(file, 'utf8')) as Refusal
    return refusal.version === version && Math.abs(nowMs - refusal.atMs) < RETRY_AFTER_MS
  } catch {
    return false
  }
}

function remember(folder: string, file: string, refusal: Refusal): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, JSON.stringify(refusal))
  } catch {
    // Not remembered: it is asked again next time, nothing worse.
  }
}

/**
 * Electron's own installer, which knows mirrors, proxies and its download cache. It has a few seconds; only when the
 * archive's address answers is it given the time that a hundred megabytes take.
 */
async function install(parts: ElectronParts, version: string): Promise<void> {
  const { packageFolder, env, terminal, offlineLimitMs = OFFLINE_LIMIT_MS } = parts
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], { stdio: 'ignore', env })
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  const limit = setTimeout(() => child.kill('SIGKILL'), offlineLimitMs)
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  void answers(archiveAddress(env, version)).then((isOnline) => {
    if (!isOnline || !isRunning()) return
    terminal.note('launch.fetching', { version })
    clearTimeout(limit)
    setTimeout(() => child.kill('SIGKILL'), DOWNLOAD_LIMIT_MS).unref()
  })
  const stop = (): boolean => child.kill('SIGTERM')
  process.once('exit', stop)
  await ended
  process.off('exit', stop)
  clearTimeout(limit)
}

export function archiveAddress(env: Environment, version: string): string {
  const mirror =
    env.ELECTRON_MIRROR ||
    env.npm_config_electron_mirror ||
    'https://github.com/electron/electron/releases/download/'
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT_MS) })).ok
  } catch {
    return false
  }
}
