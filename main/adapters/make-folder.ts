import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/**
 * A folder for its owner alone. Level by level: Node's own recursive way never comes back where a folder that exists
 * can hold no other, as `/proc`.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent)
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another program may have made it at the same moment.
    if (!isFolder(path)) throw error
  }
}
