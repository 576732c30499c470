import { readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { GivenFile, Inbox } from '#main/ports/inbox.ts'
import type { Ids } from '#main/ports/ports.ts'
import type { GivenView } from '#shared/contract/host.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { makeFolder } from './make-folder.ts'

export type NodeInbox = Inbox & {
  readonly folder: string
  /** Notes a file down where it lies. A link is followed now and not again later. */
  give(path: string): GivenView
  /** A place for bytes that are on their way here. Until `keep` nobody can find them. */
  receive(name: string): { path: string; keep(): GivenView; discard(): void }
}

const TOKEN = /^[\w-]{16,64}$/
const OURS = '.file'
const NOTE = '.json'
const LONGEST_NAME = 200

/** A folder of notes, each under a name that cannot be guessed. */
export function createInbox(folder: string, ids: Pick<Ids, 'secret'>): NodeInbox {
  const noteOf = (token: string): string => join(folder, token + NOTE)
  const fileOf = (token: string): string => join(folder, token + OURS)

  function find(token: string): GivenFile | null {
    if (!TOKEN.test(token)) return null
    const file = readNote(noteOf(token))
    if (!file || !statSync(file.path, { throwIfNoEntry: false })?.isFile()) return null
    // A note that was tampered with must not have another file removed.
    return file.isOurs && file.path !== fileOf(token) ? null : file
  }

  function note(token: string, file: GivenFile): GivenView {
    makeFolder(folder)
    writeFileSync(noteOf(token), JSON.stringify(file), { mode: 0o600, flag: 'wx' })
    return { token, name: file.name, bytes: statSync(file.path).size }
  }

  function remove(path: string): void {
    if (dirname(path) === folder && path.endsWith(OURS)) rmSync(path, { force: true })
  }

  const forget = (token: string): void => rmSync(noteOf(token), { force: true })

  return {
    folder,
    find,
    remove,
    take(token) {
      const file = find(token)
      if (file) forget(token)
      return file
    },
    drop(token) {
      const file = find(token)
      if (file?.isOurs) remove(file.path)
      if (TOKEN.test(token)) forget(token)
    },
    sweep(ageMs, isNeeded) {
      // By the machine's clock, as the files are: the program's own may stand still.
      const beforeMs = Date.now() - ageMs
      for (const name of listed(folder)) {
        const path = join(folder, name)
        const isOld = (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? beforeMs) < beforeMs
        if (isOld && /\.(json|file)$/.test(name) && !isNeeded(path)) rmSync(path, { force: true })
      }
    },
    give(path) {
      const name = shortName(basename(path))
      const real = followed(path, name)
      return note(ids.secret(), { path: real, name, isOurs: false })
    },
    receive(name) {
      const token = ids.secret()
      const path = fileOf(token)
      makeFolder(folder)
      return {
        path,
        keep: () => note(token, { path, name: shortName(name), isOurs: true }),
        discard: () => rmSync(path, { force: true }),
      }
    },
  }
}

/** Only whole files of this machine: a folder, a pipe or a device is none. */
function followed(path: string, name: string): string {
  let facts: ReturnType<typeof statSync>
  let real: string
  if (!isAbsolute(path)) throw new AppError('import.fileGone', { name })
  try {
    real = realpathSync(path)
    facts = statSync(real)
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new AppError(isGone ? 'import.fileGone' : 'import.notReadable', { name }, { cause: error })
  }
  if (facts.isDirectory()) throw new AppError('import.isFolder', { name })
  if (!facts.isFile()) throw new AppError('import.notReadable', { name })
  return real
}

/** What people see of it: the last part, without what could turn or hide the rest. */
function shortName(name: string): string {
  const last = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '_')
  return [...last].slice(-LONGEST_NAME).join('') || 'file'
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function readNote(path: string): GivenFile | null {
  try {
    const { path: file, name, isOurs }: Partial<GivenFile> = JSON.parse(readFileSync(path, 'utf8'))
    const isWhole = typeof file === 'string' && typeof name === 'string' && typeof isOurs === 'boolean'
    return isWhole ? { path: file, name, isOurs } : null
  } catch {
    return null
  }
}
