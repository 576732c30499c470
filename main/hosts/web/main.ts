import { join } from 'node:path'
import { requireRuntime } from '../runtime.mjs'
import { keepHeapSmall } from '../small-heap.ts'

requireRuntime()
keepHeapSmall()

/** What the launcher calls; run as a program of its own, this file calls it too. */
export async function runWeb(args: readonly string[]): Promise<number> {
  const host = await import('./run-web.ts')
  return host.runWeb(args, join(import.meta.dirname, '..', 'renderer'))
}

if (import.meta.main) process.exit(await runWeb(process.argv.slice(2)))
