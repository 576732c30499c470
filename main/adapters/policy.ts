import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import type { Policy } from '#main/ports/policy.ts'

const MOST_BYTES = 16 * 1024

/** The administrator's file, as it is at this moment. Whoever may write it may set it: the folder's rights say who. */
export const createPolicy = (path: string): Policy => ({
  read() {
    const said = readPolicy(path)
    if (said === 'absent') return { isOffline: false, isBroken: false, path }
    if (said === 'broken') return { isOffline: true, isBroken: true, path }
    return { isOffline: said.offline, isBroken: false, path }
  },
})

function readPolicy(path: string): { offline: boolean } | 'absent' | 'broken' {
  try {
    return meant(JSON.parse(readText(path)))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'broken'
  }
}

/** A word that nobody knows may be one that forbids: the file counts as unreadable. */
function meant(said: unknown): { offline: boolean } | 'broken' {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return 'broken'
  const { offline = false, ...unknown } = said as { offline?: unknown }
  return typeof offline === 'boolean' && Object.keys(unknown).length === 0 ? { offline } : 'broken'
}

/** Windows' own editor begins its files with a mark of the encoding. */
function readText(path: string): string {
  const file = openSync(path, 'r')
  try {
    const facts = fstatSync(file)
    if (!facts.isFile() || facts.size > MOST_BYTES) throw new Error('not a policy')
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } finally {
    closeSync(file)
  }
}
