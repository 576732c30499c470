import { existsSync, renameSync, rmSync } from 'node:fs'

/**
 * A finished folder takes the place of the old one whole: a program that starts meanwhile finds either of them, never
 * half of one. What runs already holds its code and its page in memory.
 */
export function putInPlace(fresh: string, place: string): void {
  const old = `${fresh}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}
