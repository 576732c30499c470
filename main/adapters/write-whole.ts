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

type Options = {
  mode?: number
  /** The draft's name. Where there is one writer, it takes the place of what a killed write has left. */
  draft?: string
  /** False: of use for a moment only, not worth the wait for the disk. */
  isLasting?: boolean
}

/** The file appears whole or not at all. */
export async function writeWhole(path: string, data: Buffer, options: Options = {}): Promise<void> {
  const draft = options.draft ?? join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    if (options.draft !== undefined) await rm(draft, { force: true })
    const file = await open(draft, 'wx', options.mode ?? 0o666)
    try {
      await file.writeFile(data)
      if (options.isLasting !== false) await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Makes a rename last through a power cut. Windows has no such call and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Why the system refused, by its own code. */
export function readRefusal(error: unknown) {
  const code = String((error as NodeJS.ErrnoException).code ?? 'EIO')
  return { code, reason: REASONS.get(code) ?? 'other' } as const
}
