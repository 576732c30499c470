import { requireRuntime } from '../runtime.mjs'

requireRuntime()

/** What the launcher calls; run as a program of its own, this file calls it too. */
export async function runCli(args: readonly string[], help?: string): Promise<number> {
  const host = await import('./run-cli.ts')
  return host.runCli(args, help)
}

if (import.meta.main) process.exitCode = await runCli(process.argv.slice(2))
