import { z } from 'zod'
import { command, query } from './call.ts'
import { problemValue } from './connections.ts'
import { moneyValue, nothing, pageValue, providerValue } from './values.ts'

const syncPhases = [
  'queued',
  'billing',
  'inventory',
  'costs',
  'usage',
  'grouping',
  'servers',
  'volumes',
  'storage',
  'services',
  'unification',
  'completion',
] as const
export type SyncPhase = (typeof syncPhases)[number]

export const snapshotStatuses = ['running', 'done', 'partial', 'failed', 'interrupted', 'cancelled'] as const
export const syncTriggers = ['manual', 'schedule', 'terminal'] as const

const runView = z.object({
  connectionId: z.string(),
  connectionName: z.string(),
  provider: providerValue,
  trigger: z.enum(syncTriggers),
  phase: z.enum(syncPhases),
  done: z.number(),
  /** Null while nobody knows how much there is. */
  total: z.number().nullable(),
  /** Resources found a second, over the run so far. */
  perSecond: z.number(),
  found: z.number(),
  errors: z.number(),
  isCancelling: z.boolean(),
  startedAtMs: z.number(),
})
export type RunView = z.infer<typeof runView>

const snapshotView = z.object({
  id: z.number(),
  connectionId: z.string(),
  connectionName: z.string(),
  provider: providerValue,
  status: z.enum(snapshotStatuses),
  trigger: z.enum(syncTriggers),
  startedAtMs: z.number(),
  finishedAtMs: z.number().nullable(),
  found: z.number(),
  created: z.number(),
  updated: z.number(),
  gone: z.number(),
  unchanged: z.number(),
  monthlyCost: moneyValue.nullable(),
  problem: problemValue.nullable(),
  /** Parts that did not answer. */
  failures: z.array(
    z.object({
      endpoint: z.string(),
      region: z.string().nullable(),
      project: z.string().nullable(),
      status: z.enum(['forbidden', 'failed']),
      problem: problemValue.nullable(),
    }),
  ),
})
export type SnapshotView = z.infer<typeof snapshotView>

const ids = z.array(z.string().min(1).max(64)).max(1000)

export const sync = {
  /** Without ids: every connection that is neither paused nor archived; `isDue`: of these, whose schedule says so. One that runs already goes on as it is. */
  'sync.start': command({
    permission: 'data.write',
    input: z.object({ connectionIds: ids.optional(), isDue: z.boolean().default(false) }).strict(),
    output: z.object({
      started: z.number(),
      running: z.number(),
      /** Those that run or wait by it now. */
      connectionIds: z.array(z.string()),
    }),
    causes: ['sync.progressed'],
  }),
  'sync.cancel': command({
    permission: 'data.write',
    input: z.object({ connectionId: z.string().min(1).max(64) }).strict(),
    output: z.object({}),
    causes: ['sync.progressed'],
  }),
  /** What runs or waits now in this organisation. */
  'sync.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(runView), atOnce: z.number() }),
  }),
  /** Newest first. */
  'sync.listSnapshots': query({
    permission: 'data.read',
    input: z.object({ connectionId: z.string().max(64).optional(), ...pageValue }).strict(),
    output: z.object({ items: z.array(snapshotView), total: z.number() }),
  }),
  /** How many connections are synchronised at once, in the whole installation. */
  'sync.updateLimits': command({
    permission: 'settings.write',
    input: z.object({ atOnce: z.int().min(1).max(16) }).strict(),
    output: z.object({}),
    causes: ['sync.progressed'],
  }),
}
