import { statSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import type { Ports } from '#main/ports/ports.ts'

/**
 * Keeps the program's own code compiled in the data folder: a command starts in half the time. What lies there is run,
 * hence only where the folder is there already, belongs to whoever runs the command, and nobody else may write to it.
 */
export function keepCompiled({ paths: { dataFolder }, system }: Pick<Ports, 'paths' | 'system'>): void {
  const facts = statSync(dataFolder, { throwIfNoEntry: false })
  if (!facts?.isDirectory() || !system.isOwner(dataFolder)) return
  if (process.platform !== 'win32' && (facts.mode & 0o022) !== 0) return
  enableCompileCache(join(dataFolder, 'cache'))
}
