import { realpathSync, statSync } from 'node:fs'
import { win32 } from 'node:path'
import type { System } from '#main/ports/ports.ts'
import type { Environment } from './paths.ts'

/**
 * By the number of the user on POSIX. Windows keeps rights in lists that Node cannot read: there it is whoever's own
 * profile the file lies in, and one that lies elsewhere belongs to nobody.
 */
export function createSystem(env: Environment, platform: NodeJS.Platform): System {
  return {
    isOwner(path) {
      try {
        if (platform !== 'win32') return statSync(path).uid === process.geteuid?.()
        return isInside(realpathSync.native(path), env.USERPROFILE)
      } catch {
        return false
      }
    },
  }
}

function isInside(path: string, folder: string | undefined): boolean {
  if (!folder) return false
  const way = win32.relative(folder, path)
  return way !== '' && !way.startsWith('..') && !win32.isAbsolute(way)
}
