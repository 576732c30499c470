import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '#main/adapters/clock.ts'
import type { Backend } from '#main/backend/create-backend.ts'
import type { Caller, Log, Paths } from '#main/ports/ports.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import type { ErrorCode } from '#shared/errors/codes.ts'
import { listFolder, openFolder, readPrivate, sweep, uidOf, writePrivate } from './folder.ts'
import { holderFile } from './holder.ts'
import {
  idOf,
  MAX_ANSWER_BYTES,
  MAX_REQUEST_BYTES,
  readRequest,
  SERVED_EVERY_MS,
  type SpoolRequest,
  STALE_MS,
  WAIT_MS,
} from './messages.ts'
import { watchFolder } from './watch-folder.ts'

type Parts = {
  backend: Pick<Backend, 'call' | 'subscribe'>
  paths: Pick<Paths, 'spoolFolder' | 'storeFile'>
  log: Pick<Log, 'write'>
}

/** More than the commands of one machine ever ask at once. */
const CALLS_AT_ONCE = 32
const REMEMBERED = 10_000

const failure = (code: ErrorCode): Envelope<never> => ({ ok: false, error: { code, details: {}, ref: null } })

/**
 * Answers commands that find the store open here. No port and no socket: private files in the data folder, which only
 * the owner of the store can have put there. Returns what ends it; nothing is taken on from then.
 */
export function serveSpool({ backend, paths, log }: Parts): () => void {
  const folder = openFolder(paths.spoolFolder)
  if (!folder) {
    log.write('error', 'spool.notServed', { folder: paths.spoolFolder })
    return () => undefined
  }
  const uid = uidOf(paths.storeFile)
  const seen = new Set<string>()
  let running = 0
  let isOver = false

  async function answer(id: string, work: () => Promise<Envelope<unknown>>): Promise<void> {
    if (running >= CALLS_AT_ONCE) return writePrivate(folder as string, id, 'answer', failure('spool.busy'))
    running += 1
    try {
      const envelope = await work()
      const isTooLarge = JSON.stringify(envelope).length > MAX_ANSWER_BYTES
      await writePrivate(folder as string, id, 'answer', isTooLarge ? failure('call.tooLarge') : envelope)
    } finally {
      running -= 1
    }
  }

  const carry = ({ kind, name, input, secret }: SpoolRequest): Promise<Envelope<unknown>> => {
    const caller = callerOf(secret)
    return kind === 'call' ? backend.call(name, input, caller) : waitForNews(backend, caller)
  }

  /** The file goes before the call is made: whatever happens, nothing is done twice. */
  function take(name: string, id: string): Promise<void> | null {
    const path = join(folder as string, name)
    const read = readPrivate(path, MAX_REQUEST_BYTES, uid)
    if (read === 'gone') return null
    rmSync(path, { force: true })
    if (read === 'foreign') {
      log.write('warn', 'spool.refused', { why: 'foreign' })
      return null
    }
    if (read === 'tooLarge') return answer(id, async () => failure('call.tooLarge'))
    if (seen.has(id) || read.mtimeMs < systemClock.nowMs() - STALE_MS) {
      log.write('warn', 'spool.refused', { why: 'stale' })
      return null
    }
    remember(id)
    const request = readRequest(read.text)
    if (request?.id !== id) return answer(id, async () => failure('input.invalid'))
    return answer(id, () => carry(request))
  }

  function remember(id: string): void {
    seen.add(id)
    const [oldest] = seen
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest)
  }

  function look(): void {
    if (isOver) return
    for (const name of listFolder(folder as string)) {
      const id = idOf(name)
      if (id !== null) safely(() => take(name, id))
    }
    const beforeMs = systemClock.nowMs() - STALE_MS
    safely(() => sweep(folder as string, ({ mtimeMs }) => mtimeMs < beforeMs))
  }

  /** One bad file must not keep the rest from being answered. */
  function safely(work: () => Promise<void> | null | void): void {
    const tell = (error: unknown): void => log.write('warn', 'spool.failed', { message: String(error) })
    try {
      work()?.catch(tell)
    } catch (error) {
      tell(error)
    }
  }

  // What was asked of a program that is gone is not done by this one: nobody waits for it any more.
  safely(() => sweep(folder, () => true))
  rmSync(holderFile(folder), { force: true })
  writeFileSync(holderFile(folder), JSON.stringify({ pid: process.pid }), { mode: 0o600, flag: 'wx' })
  const end = watchFolder(folder, look, { everyMs: SERVED_EVERY_MS })
  return () => {
    isOver = true
    end()
    rmSync(holderFile(folder), { force: true })
  }
}

/** The page's own keys are of another making: no request can name one. */
const callerOf = (secret: string): Caller => ({
  host: 'cli',
  clientKey: createHash('sha256').update(`spool:${secret}`).digest('base64url'),
})

async function waitForNews(backend: Parts['backend'], caller: Caller): Promise<Envelope<unknown>> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const end = backend.subscribe(caller, () => resolve())
  const timer = setTimeout(resolve, WAIT_MS)
  try {
    await promise
    return { ok: true, value: {} }
  } finally {
    clearTimeout(timer)
    end()
  }
}
