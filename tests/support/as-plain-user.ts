import { chownSync } from 'node:fs'

const NOBODY = 65_534

/**
 * Permission bits do not bind the superuser, under whom build machines often run: the work is done as a user whom
 * they do bind. The paths become that user's first.
 */
export async function asPlainUser<T>(paths: readonly string[], work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work()
  for (const path of paths) chownSync(path, NOBODY, NOBODY)
  process.setegid?.(NOBODY)
  process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(0)
  }
}
