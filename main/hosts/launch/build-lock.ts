import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cacheFolder } from './project.ts'

const LOOK_EVERY_MS = 100

/** Two commands started together must not write into one folder at once; the second waits for the first. */
export async function takeBuildLock(folder = cacheFolder): Promise<() => void> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'build.lock')
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    // A build that was killed leaves its lock behind.
    if (!isHeld(file)) rmSync(file, { force: true })
    else await pause(LOOK_EVERY_MS)
  }
}

function isHeld(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // Written in two steps: for a moment it is there and says nothing.
    if (pid === 0) return true
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
