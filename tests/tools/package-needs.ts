import { globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { archiveAddress } from '#main/hosts/launch/electron-runtime.ts'

const PROBE_LIMIT_MS = 4_000
const TOOLS = 'https://github.com/electron-userland/electron-builder-binaries/releases/download/'

type Environment = Readonly<Record<string, string | undefined>>
type Parts = {
  args: readonly string[]
  env: Environment
  version: string
  /** Where electron-builder keeps what it has downloaded; a folder that is not there holds nothing. */
  caches?: { runtimes: string; tools: string }
  isReachable?: (address: string) => Promise<boolean>
}

/** What packing will want and cannot get; learned in seconds, where the packer itself tries again and again. */
export async function findMissing(parts: Parts): Promise<{ name: 'runtime' | 'tools'; from: string } | null> {
  const { args, env, version, caches = cachesOf(env), isReachable = responds } = parts
  // Through a proxy the packer gets where this question does not.
  if (Object.keys(env).some((name) => /^(npm_config_)?(https?_)?proxy$/i.test(name))) return null
  const wantsRuntime =
    !args.some((arg) => /^(-c|--config)\.electronDist\b/.test(arg)) &&
    !hasFile(caches.runtimes, `**/electron-v${version}-*.zip`)
  const wantsTools = !args.some((arg) => arg === 'dir' || arg === '--dir') && !hasFile(caches.tools, '**/*')
  const runtimes = archiveAddress(env, version)
  const tools =
    env.ELECTRON_BUILDER_BINARIES_MIRROR || env.npm_config_electron_builder_binaries_mirror || TOOLS
  const [hasRuntime, hasTools] = await Promise.all([
    !wantsRuntime || isReachable(runtimes),
    !wantsTools || isReachable(tools),
  ])
  if (!hasRuntime) return { name: 'runtime', from: runtimes }
  return hasTools ? null : { name: 'tools', from: tools }
}

/** A line of the packer as a person may read it; null for what only its authors can use. */
export function packerLine(line: string): string | null {
  if (/^\s+at |^\s*Error #\d+ -+$/.test(line)) return null
  const said = line.replace(/\s*(failedTask=\w+ )?stackTrace=.*$/, '').trimEnd()
  return said.trim() === '' ? null : said
}

const hasFile = (folder: string, pattern: string): boolean =>
  globSync(pattern, { cwd: folder, withFileTypes: true }).some((entry) => entry.isFile())

function cachesOf(env: Environment): { runtimes: string; tools: string } {
  const caches = {
    darwin: join(homedir(), 'Library', 'Caches'),
    win32: env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'),
  }[process.platform as string]
  const folder = caches ?? (env.XDG_CACHE_HOME || join(homedir(), '.cache'))
  const tools = env.ELECTRON_BUILDER_CACHE || join(folder, 'electron-builder')
  return { runtimes: join(folder, 'electron'), tools }
}

/** Any answer counts: what is wrong with it the packer will say. */
async function responds(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT_MS) })
    return true
  } catch {
    return false
  }
}
