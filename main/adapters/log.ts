import { appendFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log, LogLevel } from '#main/ports/ports.ts'
import { redact } from '#shared/lib/redact.ts'
import { makeFolder } from './make-folder.ts'

export type FileLog = Log & { flush(): void }

type Options = { folder: string; clock: Pick<Clock, 'nowMs'>; maxBytes?: number; files?: number }

const FLUSH_MS = 250
const MAX_TEXT = 4000
const MAX_HIDDEN = 2000
const SHORTEST_HIDDEN = 8

/** Only logs with something unwritten stand here, so that one exit listener serves them all. */
const unwritten = new Set<FileLog>()
let listens = false

/**
 * JSON lines in `infrazen.log`, older ones in `infrazen.1.log` and on. Lines are gathered and written together; an
 * error is written at once. Nothing is ever thrown: a full disk must not bring the program down with its log.
 */
export function createFileLog({ folder, clock, maxBytes = 2_000_000, files = 5 }: Options): FileLog {
  const hidden = new Set<string>()
  let pending = ''
  let timer: NodeJS.Timeout | undefined

  const fileName = (age: number): string => join(folder, age === 0 ? 'infrazen.log' : `infrazen.${age}.log`)

  function rotate(adding: number): void {
    const size = existsSync(fileName(0)) ? statSync(fileName(0)).size : 0
    if (size === 0 || size + adding <= maxBytes) return
    rmSync(fileName(files - 1), { force: true })
    for (let age = files - 2; age >= 0; age -= 1) {
      if (existsSync(fileName(age))) renameSync(fileName(age), fileName(age + 1))
    }
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    unwritten.delete(log)
    const text = pending
    pending = ''
    if (text === '') return
    try {
      makeFolder(folder)
      rotate(Buffer.byteLength(text))
      appendFileSync(fileName(0), text, { mode: 0o600 })
    } catch {
      // There is nowhere left to tell it.
    }
  }

  function line(level: LogLevel, event: string, facts: Record<string, unknown>): string {
    let text: string
    try {
      const safe = redact(facts, MAX_TEXT) as Record<string, unknown>
      text = JSON.stringify({ at: new Date(clock.nowMs()).toISOString(), level, event, ...safe })
    } catch {
      text = JSON.stringify({ level, event, unreadable: true })
    }
    for (const value of hidden) {
      if (text.includes(value)) text = text.replaceAll(value, '•••')
    }
    return `${text}\n`
  }

  function write(level: LogLevel, event: string, facts: Record<string, unknown> = {}): void {
    pending += line(level, event, facts)
    if (level === 'error') {
      flush()
      return
    }
    unwritten.add(log)
    if (!listens) {
      listens = true
      process.on('exit', () => {
        for (const each of unwritten) each.flush()
      })
    }
    timer ??= setTimeout(flush, FLUSH_MS).unref()
  }

  function hide(value: string): void {
    if (value.length < SHORTEST_HIDDEN) return
    // A value may hold characters that JSON escapes: it is looked for as it stands in the line.
    hidden.add(JSON.stringify(value).slice(1, -1))
    if (hidden.size <= MAX_HIDDEN) return
    for (const oldest of hidden) {
      hidden.delete(oldest)
      break
    }
  }

  const log: FileLog = { write, hide, flush }
  return log
}
