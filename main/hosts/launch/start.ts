import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasDisplay } from '../display.ts'
import { readOptions } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { findElectron } from './electron-runtime.ts'
import { cacheFolder, outFolder, projectRoot } from './project.ts'

const options = {
  web: { type: 'boolean' },
  'retry-electron': { type: 'boolean' },
  data: { type: 'string' },
  now: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const

/** Ends of a window that never came up: no shared libraries, or a sandbox that the system does not allow. */
const NEVER_RAN = new Set<number | string>([
  126,
  127,
  'SIGTRAP',
  'SIGABRT',
  'SIGSEGV',
  'SIGILL',
  'ENOENT',
  'EACCES',
])
const STARTED_AFTER_MS = 10_000

/** The window where there can be one, else the same page in a browser; resolves to the exit code. */
export async function start(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = readOptions(args, options)
  const shared = forward({ '--data': values.data, '--now': values.now })
  const program = values.web ? null : await windowProgram(terminal, values['retry-electron'] ?? false)
  if (program) {
    const code = await runWindow(program, shared)
    if (code !== null) return code
    terminal.note('launch.electronBroken')
  }
  const forWeb = [
    ...shared,
    ...forward({ '--port': values.port }),
    ...(values['no-open'] ? ['--no-open'] : []),
  ]
  return runBuiltWeb(forWeb)
}

export async function runBuiltWeb(args: readonly string[]): Promise<number> {
  const web = (await import(pathToFileURL(join(outFolder, 'main', 'web.js')).href)) as {
    runWeb(args: readonly string[]): Promise<number>
  }
  return web.runWeb(args)
}

async function windowProgram(terminal: Terminal, retry: boolean): Promise<string | null> {
  const { env, platform } = process
  if (!hasDisplay(env, platform)) {
    terminal.note('launch.noDisplay')
    return null
  }
  if (platform === 'linux' && process.getuid?.() === 0) {
    terminal.note('launch.root')
    return null
  }
  const packageFolder = join(projectRoot, 'node_modules', 'electron')
  return findElectron({ packageFolder, cacheFolder, env, nowMs: Date.now(), retry, terminal })
}

/** Null when the window could not come up at all. */
export function runWindow(program: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const startedMs = performance.now()
    const child = spawn(program, [projectRoot, ...args], { stdio: 'inherit' })
    const pass = (signal: NodeJS.Signals): boolean => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    for (const signal of signals) process.on(signal, pass)
    const end = (how: number | string | null): void => {
      for (const signal of signals) process.off(signal, pass)
      const isEarly = performance.now() - startedMs < STARTED_AFTER_MS
      if (isEarly && how !== null && NEVER_RAN.has(how)) resolve(null)
      else resolve(typeof how === 'number' ? how : how === 'SIGINT' || how === 'SIGTERM' ? 0 : 1)
    }
    child.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? null))
    child.once('exit', (code, signal) => end(code ?? signal))
  })
}

const forward = (values: Record<string, string | undefined>): string[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [name, value]))
