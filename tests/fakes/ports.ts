import { join } from 'node:path'
import { createInbox, type NodeInbox } from '#main/adapters/inbox.ts'
import { createMail } from '#main/adapters/mail.ts'
import { createNet } from '#main/adapters/net.ts'
import { createPolicy } from '#main/adapters/policy.ts'
import { createSystem } from '#main/adapters/system.ts'
import type { HostKind, LogLevel, Ports } from '#main/ports/ports.ts'
import { type FakeSecrets, fakeSecrets } from './secrets.ts'

type LogLine = { level: LogLevel; event: string; facts: Record<string, unknown> }

export type TestPorts = Ports & {
  clock: Ports['clock'] & { set(iso: string): void; advance(ms: number): void }
  secrets: FakeSecrets
  inbox: NodeInbox
  lines: LogLine[]
  /** Values that the log was told to hide. */
  hidden: Set<string>
}

/** 20 November 2026, 12:00 in Moscow: a Friday with nineteen full days of its month behind it. */
const TEST_NOW = '2026-11-20T09:00:00Z'

/** Ports that a test steers: a clock that stands still, identifiers that count, a log that is kept. */
export function testPorts(folder: string, options: { now?: string; host?: HostKind } = {}): TestPorts {
  let nowMs = Date.parse(options.now ?? TEST_NOW)
  let count = 0
  const lines: LogLine[] = []
  const hidden = new Set<string>()
  const ids = {
    next: () => {
      count += 1
      return `id-${String(count).padStart(8, '0')}`
    },
    secret: () => {
      count += 1
      return `not-a-real-secret-${count}`
    },
    fraction: () => 0.5,
  }
  return {
    clock: {
      nowMs: () => nowMs,
      set: (iso) => {
        nowMs = Date.parse(iso)
      },
      advance: (ms) => {
        nowMs += ms
      },
      // Nobody waits in a test: the clock is moved on instead.
      wait: async (ms, signal) => {
        signal?.throwIfAborted()
        nowMs += ms
        await new Promise((resolve) => setImmediate(resolve))
        signal?.throwIfAborted()
      },
    },
    ids,
    log: {
      write: (level, event, facts = {}) => {
        lines.push({ level, event, facts })
      },
      hide: (value) => {
        hidden.add(value)
      },
    },
    lines,
    hidden,
    // The real way out, to servers of the test's own on the loopback.
    net: createNet({}),
    mail: createMail(),
    policy: createPolicy(join(folder, 'policy.json')),
    secrets: fakeSecrets(),
    inbox: createInbox(join(folder, 'inbox'), ids),
    system: createSystem(process.env, process.platform),
    // Of the full cost are tests of their own.
    guessCost: { n: 2 ** 10, r: 8, p: 1 },
    paths: {
      dataFolder: folder,
      storeFile: join(folder, 'infrazen.sqlite'),
      backupsFolder: join(folder, 'backups'),
      logsFolder: join(folder, 'logs'),
      lockFile: join(folder, 'infrazen.lock'),
      vaultFile: join(folder, 'infrazen.vault'),
      inboxFolder: join(folder, 'inbox'),
      exportsFolder: join(folder, 'exports'),
      archiveFolder: join(folder, 'reports'),
      spoolFolder: join(folder, 'requests'),
      policyFile: join(folder, 'policy.json'),
      signingKeyFile: join(folder, 'infrazen.key'),
    },
    host: options.host ?? 'cli',
    version: '0.0.0-test',
    checksOutputs: true,
  }
}
