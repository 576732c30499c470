import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Ended, launch } from './launch.ts'

/**
 * How to run something where there is no interface at all. Null where that is not to be had: what is tried is counted
 * all the same, and whoever reads the run is told.
 */
function namespace(): string[] | null {
  if (process.platform !== 'linux') return null
  for (const way of [
    ['unshare', '-n'],
    ['unshare', '-rn'],
  ]) {
    const [file = '', ...args] = way
    if (spawnSync(file, [...args, 'true']).status === 0) return [file, ...args]
  }
  console.warn('no network namespace is permitted here: attempts are counted beside an open network')
  return null
}

/** Watches calls of the system itself, where that is permitted. */
const tracer = (): boolean => spawnSync('strace', ['-f', '-e', 'trace=connect', 'true']).status === 0

export type Cut = Ended & {
  /** What the process itself was seen to try. */
  attempts: string[]
  /** What the system was asked for; null where nobody could watch. */
  calls: string[] | null
}

/** Runs a program without any network and tells what it tried to reach all the same. */
export function cutOff(folder: string) {
  const inside = namespace()
  const hasTracer = tracer()
  let count = 0

  return {
    async run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Cut> {
      count += 1
      const noted = join(folder, `attempts-${count}`)
      const traced = join(folder, `calls-${count}`)
      const trace = hasTracer ? ['strace', '-f', '-e', 'trace=connect,sendto,bind', '-o', traced] : []
      const preload = ['--import', resolve('tests', 'support', 'count-connects.mjs')]
      const [file = '', ...rest] = [...(inside ?? []), ...trace, process.execPath, ...preload, ...args]
      const ended = await launch(file, rest, { env: { ...process.env, ...env, COUNT_CONNECTS: noted } }).ended
      const lines = (path: string): string[] =>
        existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
      return {
        ...ended,
        attempts: lines(noted),
        calls: hasTracer ? lines(traced).filter((line) => /AF_INET6?\b/.test(line)) : null,
      }
    },
  }
}
