import { join } from 'node:path'
import type { HostKind, LogLevel, Ports } from '#main/ports/ports.ts'

type LogLine = { level: LogLevel; event: string; facts: Record<string, unknown> }

export type TestPorts = Ports & {
  clock: { nowMs(): number; set(iso: string): void; advance(ms: number): void }
  lines: LogLine[]
}

/** 20 November 2026, 12:00 in Moscow: a Friday with nineteen full days of its month behind it. */
const TEST_NOW = '2026-11-20T09:00:00Z'

/** Ports that a test steers: a clock that stands still, identifiers that count, a log that is kept. */
export function testPorts(folder: string, options: { now?: string; host?: HostKind } = {}): TestPorts {
  let nowMs = Date.parse(options.now ?? TEST_NOW)
  let count = 0
  const lines: LogLine[] = []
  return {
    clock: {
      nowMs: () => nowMs,
      set: (iso) => {
        nowMs = Date.parse(iso)
      },
      advance: (ms) => {
        nowMs += ms
      },
    },
    ids: {
      next: () => {
        count += 1
        return `id-${String(count).padStart(8, '0')}`
      },
      secret: () => {
        count += 1
        return `not-a-real-secret-${count}`
      },
    },
    log: { write: (level, event, facts = {}) => lines.push({ level, event, facts }) },
    lines,
    paths: {
      dataFolder: folder,
      storeFile: join(folder, 'infrazen.sqlite'),
      backupsFolder: join(folder, 'backups'),
      logsFolder: join(folder, 'logs'),
      lockFile: join(folder, 'infrazen.lock'),
    },
    host: options.host ?? 'cli',
    version: '0.0.0-test',
    checksOutputs: true,
  }
}
