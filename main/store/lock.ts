import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { AppError } from '#shared/errors/app-error.ts'
import type { Connect, Connection } from './connection.ts'

type StoreLock = { release(): void }

type Holder = { pid: number; host: string; sinceMs: number }

/**
 * One process holds the store. The lock is an exclusive transaction on an empty SQLite file of its own: the kernel
 * lets go of it when the process dies in any way, so nothing stale is ever left to sweep. Who holds it stands in a
 * file beside it. Nobody may open the lock file itself in the holding process: on POSIX, closing any descriptor of a
 * file drops all the process's locks on it.
 */
export function takeLock(connect: Connect, path: string, nowMs: number): StoreLock {
  const holderFile = `${path}.json`
  const connection = acquire(connect, path, holderFile)
  writeHolder(holderFile, { pid: process.pid, host: hostname(), sinceMs: nowMs })
  return {
    release() {
      // When the folder was removed meanwhile, another program may have made it anew and hold what is there.
      if (readHolder(holderFile)?.pid === process.pid) rmSync(holderFile, { force: true })
      connection.close()
    },
  }
}

function acquire(connect: Connect, path: string, holderFile: string, isRetry = false): Connection {
  const connection = connect(path, { timeout: 0 })
  try {
    connection.exec('BEGIN EXCLUSIVE')
    return connection
  } catch (error) {
    connection.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('SQLITE_BUSY')) {
      const holder = readHolder(holderFile)
      throw new AppError('store.busy', { pid: holder?.pid ?? null, sinceMs: holder?.sinceMs ?? null })
    }
    // Something else wrote into the file. It holds no data, and a file that is no database can have no holder.
    if (code === 'SQLITE_NOTADB' && !isRetry) {
      rmSync(path, { force: true })
      return acquire(connect, path, holderFile, true)
    }
    throw error
  }
}

function writeHolder(path: string, holder: Holder): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  renameSync(draft, path)
}

function readHolder(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value)) return null
    const sinceMs = 'sinceMs' in value ? Number(value.sinceMs) : 0
    return { pid: Number(value.pid), host: 'host' in value ? String(value.host) : '', sinceMs }
  } catch {
    return null
  }
}
