import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const REASONS: ReadonlyMap<string, 'denied' | 'full' | 'busy' | 'missing'> = new Map([
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'denied'],
  ['ENOSPC', 'full'],
  ['EBUSY', 'busy'],
  ['ENOENT', 'missing'],
])

/** The file appears whole or not at all. */
export async function writeWhole(path: string, data: Buffer): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(data)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Why the system refused, by its own code. */
export function readRefusal(error: unknown) {
  const code = String((error as NodeJS.ErrnoException).code ?? 'EIO')
  return { code, reason: REASONS.get(code) ?? 'other' } as const
}
