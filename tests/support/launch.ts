import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Ended = { code: number | null; stdout: string; stderr: string }

export type Started = {
  child: ChildProcess
  /** Resolves with the first match in what the program has said on stdout. */
  says(pattern: RegExp): Promise<string>
  ended: Promise<Ended>
}

/** A program as a process of its own, with everything it says. */
export function launch(file: string, args: readonly string[], options: SpawnOptions = {}): Started {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
    })
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }))
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(said.stdout)
        if (match) resolve(match[0])
      }
      look()
      child.stdout?.on('data', look)
      ended.then(({ code, stderr }) => reject(new Error(`ended with ${code}: ${stderr}`)), reject)
    })
  return { child, says, ended }
}
