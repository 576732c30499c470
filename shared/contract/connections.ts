import { z } from 'zod'
import { command, query } from './call.ts'
import {
  dayValue,
  fileValue,
  labelValue,
  moneyValue,
  nothing,
  providerValue,
  timeZoneValue,
} from './values.ts'

const connectionStatuses = ['new', 'checking', 'active', 'error', 'paused', 'archived'] as const
export type ConnectionStatus = (typeof connectionStatuses)[number]

export const connectionSources = ['api', 'files'] as const

/** A provider's own words travel in both languages: a provider is one folder, texts included. */
const localText = z.object({ ru: z.string(), en: z.string() })
export type LocalText = z.infer<typeof localText>

const fieldSpec = z.object({
  name: z.string(),
  /** `code`: a one-time code, asked for only when the provider wants it, and never kept. */
  kind: z.enum(['text', 'secret', 'url', 'code']),
  label: localText,
  hint: localText.nullable(),
  isRequired: z.boolean(),
  /** Behind "more settings": other addresses of the API, switches that few need. */
  isAdvanced: z.boolean(),
  placeholder: z.string().nullable(),
  initial: z.string().nullable(),
})
export type FieldSpec = z.infer<typeof fieldSpec>

/** What went wrong, as the page explains any error: our code, its facts, the provider's own message among them. */
export const problemValue = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type ProblemView = z.infer<typeof problemValue>

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const scheduleValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('manual') }).strict(),
  z
    .object({
      kind: z.literal('every'),
      hours: z.int().min(1).max(168),
      /** No start between these two, in the organisation's time zone; may run over midnight. */
      quiet: z.object({ from: clockTime, to: clockTime }).strict().nullable(),
    })
    .strict(),
  z
    .object({
      kind: z.literal('cron'),
      pattern: z.string().trim().min(1).max(100),
      timeZone: timeZoneValue,
      quiet: z.object({ from: clockTime, to: clockTime }).strict().nullable(),
    })
    .strict(),
])
export type Schedule = z.infer<typeof scheduleValue>

const accountView = z.object({
  ref: z.string(),
  name: z.string(),
  status: z.enum(['active', 'suspended', 'blocked', 'unknown']),
  plan: z.string().nullable(),
  balance: moneyValue.nullable(),
  balances: z.array(z.object({ code: z.string(), amount: moneyValue })),
  daysLeft: z.number().nullable(),
  daily: moneyValue.nullable(),
  monthly: moneyValue.nullable(),
  yearly: moneyValue.nullable(),
  isYearlyPlan: z.boolean().nullable(),
  limits: z.array(
    z.object({
      code: z.string(),
      used: z.number(),
      limit: z.number().nullable(),
      unit: z.enum(['count', 'mb']),
    }),
  ),
  server: z.array(z.object({ code: z.string(), value: z.string() })),
  software: z.array(z.object({ code: z.string(), version: z.string() })),
})
export type AccountView = z.infer<typeof accountView>

/** A part of the account that did not answer last time: what is shown of it is as old as `lastGoodAtMs`. */
const scopeView = z.object({
  scope: z.string(),
  endpoint: z.string(),
  region: z.string().nullable(),
  project: z.string().nullable(),
  status: z.enum(['done', 'absent', 'forbidden', 'failed']),
  problem: problemValue.nullable(),
  lastGoodAtMs: z.number().nullable(),
})
export type ScopeView = z.infer<typeof scopeView>

const connectionView = z.object({
  id: z.string(),
  provider: providerValue,
  name: z.string(),
  accountRef: z.string(),
  /** `files`: its bills come in by file. Nobody asks it, so it has no secrets, no schedule and no inventory. */
  source: z.enum(connectionSources),
  status: z.enum(connectionStatuses),
  problem: problemValue.nullable(),
  addedAtMs: z.number(),
  lastSyncAtMs: z.number().nullable(),
  /** How the last sync ended; null when there was none. */
  lastOutcome: z.enum(['done', 'partial', 'failed', 'interrupted', 'cancelled']).nullable(),
  /** The last day that has costs. */
  dataThrough: dayValue.nullable(),
  resources: z.number(),
  activeResources: z.number(),
  dailyCost: moneyValue.nullable(),
  monthlyCost: moneyValue.nullable(),
  balance: moneyValue.nullable(),
  daysLeft: z.number().nullable(),
  schedule: scheduleValue,
  nextSyncAtMs: z.number().nullable(),
  account: accountView.nullable(),
  accountAtMs: z.number().nullable(),
  /** Only the parts whose data are older than the last sync. */
  stale: z.array(scopeView),
})
export type ConnectionView = z.infer<typeof connectionView>

/** Fields that carry no secret, by name; every other field of the form is a secret. */
const settingsValue = z.record(z.string().max(64), z.string().max(2000))
/** The name alone keeps these out of the log and the audit trail. */
const secretsValue = z.record(z.string().max(64), z.string().max(8000))

const checkView = z.object({
  accountRef: z.string(),
  accountName: z.string(),
  balance: moneyValue.nullable(),
  rights: z.array(
    z.object({ code: z.string(), label: localText, isGranted: z.boolean(), missing: localText.nullable() }),
  ),
  /** The same account stands in this organisation already; `archived`: its history will go on. */
  known: z.object({ id: z.string(), name: z.string(), isArchived: z.boolean() }).nullable(),
})
export type CheckView = z.infer<typeof checkView>

const id = z.string().min(1).max(64)

export const connections = {
  /** Archived ones come only when they are asked for. */
  'connections.list': query({
    permission: 'data.read',
    input: z.object({ hasArchived: z.boolean().default(false) }).strict(),
    output: z.object({ items: z.array(connectionView) }),
  }),
  /** What can be connected, and the form of each. */
  'connections.listProviders': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          provider: providerValue,
          costs: z.enum(['history', 'rates']),
          billingZone: z.string(),
          fields: z.array(fieldSpec),
          where: localText,
          rights: z.array(localText),
        }),
      ),
    }),
  }),
  /** For the form of editing: settings as they are, and which secrets are kept, never what they are. */
  'connections.get': query({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({
      id: z.string(),
      provider: providerValue,
      name: z.string(),
      accountRef: z.string(),
      settings: z.record(z.string(), z.string()),
      kept: z.array(z.string()),
      schedule: scheduleValue,
      isPaused: z.boolean(),
    }),
  }),
  /**
   * Asks the provider with these fields. With `id` a secret left out is the one that is kept. Nothing is stored, but a
   * token that the provider renews for the very fields that are kept takes the old one's place in the vault.
   */
  'connections.startCheck': command({
    permission: 'data.write',
    input: z
      .object({
        id: id.optional(),
        provider: providerValue,
        settings: settingsValue,
        secrets: secretsValue,
      })
      .strict(),
    output: checkView,
  }),
  /** Checks first; an account that does not answer is not added. Secrets go to the vault, nothing of them to the store. */
  'connections.add': command({
    permission: 'data.write',
    input: z
      .object({
        provider: providerValue,
        name: labelValue,
        settings: settingsValue,
        secrets: secretsValue,
        schedule: scheduleValue.default({ kind: 'every', hours: 24, quiet: null }),
      })
      .strict(),
    output: z.object({ id: z.string() }),
    causes: ['connections.changed', 'data.changed'],
  }),
  /** Changed settings or secrets are checked first. `isPaused` takes the connection out of the schedule or back. */
  'connections.update': command({
    permission: 'data.write',
    input: z
      .object({
        id,
        name: labelValue.optional(),
        settings: settingsValue.optional(),
        secrets: secretsValue.optional(),
        schedule: scheduleValue.optional(),
        isPaused: z.boolean().optional(),
      })
      .strict(),
    output: z.object({}),
    causes: ['connections.changed', 'data.changed'],
  }),
  /** `keep`: secrets go, costs and resources stay in every past figure; `erase`: everything goes. */
  'connections.remove': command({
    permission: 'data.write',
    input: z.object({ id, history: z.enum(['keep', 'erase']) }).strict(),
    output: z.object({}),
    causes: ['connections.changed', 'data.changed'],
  }),
  /** The next moments at which a schedule would start it: what was meant is seen before it is kept. */
  'connections.listRuns': query({
    permission: 'data.read',
    input: z.object({ schedule: scheduleValue }).strict(),
    output: z.object({ runs: z.array(z.number()) }),
  }),
  'connections.export': query({
    permission: 'data.read',
    input: z.object({ format: z.enum(['csv', 'xlsx']), language: z.enum(['ru', 'en']) }).strict(),
    output: fileValue,
  }),
}
