import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Ports } from '#main/ports/ports.ts'
import { AppError, type Envelope } from '#shared/errors/app-error.ts'
import { openFolder, readPrivate, uidOf, writePrivate } from './folder.ts'
import { ASKED_EVERY_MS, MAX_ANSWER_BYTES, nameOf, readAnswer, type SpoolRequest } from './messages.ts'
import { watchFolder } from './watch-folder.ts'

type Options = {
  /** The program that has the store open. */
  pid: number
  /** How long it may take to begin, and to answer. */
  takenWithinMs?: number
  answeredWithinMs?: number
}

type Spool = {
  call(name: string, input: unknown): Promise<Envelope<unknown>>
  /** Resolves with the next news for this client, or after a while. */
  wait(): Promise<void>
}

/** Asks the window that has the store open. All requests of one command are of one client. */
export function askSpool({ paths, ids }: Pick<Ports, 'paths' | 'ids'>, options: Options): Spool {
  const { pid, takenWithinMs = 15_000, answeredWithinMs = 15 * 60_000 } = options
  const folder = openFolder(paths.spoolFolder)
  if (!folder) throw new AppError('spool.noAnswer')
  const secret = ids.secret()
  const uid = uidOf(paths.storeFile)

  async function ask(request: Omit<SpoolRequest, 'id' | 'secret'>): Promise<Envelope<unknown>> {
    const id = ids.secret()
    const answerPath = join(folder as string, nameOf(id, 'answer'))
    const requestPath = join(folder as string, nameOf(id, 'request'))
    const { promise, resolve, reject } = Promise.withResolvers<Envelope<unknown>>()
    const sinceMs = performance.now()
    let isGone = false

    /** Null while it may still come. */
    function find(): Envelope<unknown> | AppError | null {
      const read = readPrivate(answerPath, MAX_ANSWER_BYTES, uid)
      if (typeof read === 'object') return readAnswer(read.text) ?? new AppError('spool.noAnswer')
      // An answer may have been written just before its writer ended: it is looked for once more.
      if (isGone) return new AppError('spool.noAnswer')
      isGone = !isAlive(pid)
      const isTaken = !existsSync(requestPath)
      const limitMs = isTaken ? answeredWithinMs : takenWithinMs
      return performance.now() - sinceMs > limitMs ? new AppError('spool.noAnswer') : null
    }

    function look(): void {
      const found = find()
      if (found instanceof AppError) reject(found)
      else if (found) resolve(found)
    }

    const end = watchFolder(folder as string, look, { everyMs: ASKED_EVERY_MS, holdsProcess: true })
    try {
      await writePrivate(folder as string, id, 'request', { id, secret, ...request })
      return await promise
    } finally {
      end()
      rmSync(answerPath, { force: true })
      // Whoever has stopped waiting must not have it done later.
      rmSync(requestPath, { force: true })
    }
  }

  return {
    call: (name, input) => ask({ kind: 'call', name, input }),
    wait: async () => {
      await ask({ kind: 'wait', name: '', input: {} })
    },
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
