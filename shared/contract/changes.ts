import { z } from 'zod'
import { command, query } from './call.ts'
import { fieldChange, resourceTypes } from './resources.ts'
import { fileValue, moneyValue, noteValue, nothing, pageValue, providerValue } from './values.ts'

export const differenceKinds = ['added', 'gone', 'dearer', 'cheaper', 'resized', 'other'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

const differenceView = z.object({
  resourceId: z.number(),
  name: z.string(),
  type: z.enum(resourceTypes),
  region: z.string().nullable(),
  /** One resource may be dearer and resized at once. */
  kinds: z.array(z.enum(differenceKinds)),
  before: moneyValue.nullable(),
  after: moneyValue.nullable(),
  /** Daily; null where there is no common currency. */
  change: moneyValue.nullable(),
  fields: z.array(fieldChange),
})
export type DifferenceView = z.infer<typeof differenceView>

/** Two looks at one connection, in any order; without them the last two. */
const sides = {
  connectionId: z.string().min(1).max(64),
  beforeId: z.int().positive().optional(),
  afterId: z.int().positive().optional(),
}

export const changes = {
  'changes.list': query({
    permission: 'data.read',
    input: z
      .object({
        ...sides,
        kind: z.enum(differenceKinds).optional(),
        search: z.string().max(200).default(''),
        ...pageValue,
      })
      .strict(),
    output: z.object({
      /** Null while there are not two looks to compare. */
      before: z.object({ id: z.number(), atMs: z.number(), dailyCost: moneyValue.nullable() }).nullable(),
      after: z.object({ id: z.number(), atMs: z.number(), dailyCost: moneyValue.nullable() }).nullable(),
      items: z.array(differenceView),
      total: z.number(),
      counts: z.record(z.enum(differenceKinds), z.number()),
      /** Sum of the daily changes, by currency. */
      change: z.array(moneyValue),
    }),
  }),
  'changes.export': query({
    permission: 'data.read',
    input: z.object({ ...sides, format: z.enum(['csv', 'xlsx']), language: z.enum(['ru', 'en']) }).strict(),
    output: fileValue,
  }),

  /** What the bill names and nobody knows yet. */
  'unrecognised.list': query({
    permission: 'data.read',
    input: z
      .object({
        search: z.string().max(200).default(''),
        provider: providerValue.optional(),
        state: z.enum(['open', 'resolved', 'all']).default('open'),
        ...pageValue,
      })
      .strict(),
    output: z.object({
      items: z.array(
        z.object({
          id: z.number(),
          connectionId: z.string(),
          connectionName: z.string(),
          provider: providerValue,
          externalId: z.string(),
          name: z.string(),
          kind: z.string(),
          service: z.string(),
          metrics: z.array(z.string()),
          sightings: z.number(),
          firstSeenAtMs: z.number(),
          lastSeenAtMs: z.number(),
          dailyCost: moneyValue.nullable(),
          resourceId: z.number().nullable(),
          /** The type that it was given, by hand or by a rule. */
          type: z.enum(resourceTypes).nullable(),
          note: z.string().nullable(),
          resolvedByName: z.string().nullable(),
          resolvedAtMs: z.number().nullable(),
          raw: z.string(),
        }),
      ),
      total: z.number(),
      open: z.number(),
    }),
  }),
  /** A type makes a rule: whatever has the same kind is of that type from now on, in all connections of the provider. */
  'unrecognised.update': command({
    permission: 'settings.write',
    input: z
      .object({
        id: z.int().positive(),
        type: z.enum(resourceTypes).optional(),
        note: noteValue.nullable().optional(),
        isResolved: z.boolean().optional(),
      })
      .strict(),
    output: z.object({ affected: z.number() }),
    causes: ['data.changed'],
  }),
  'unrecognised.listRules': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          id: z.number(),
          provider: providerValue,
          kind: z.string(),
          type: z.enum(resourceTypes),
          byName: z.string(),
          atMs: z.number(),
        }),
      ),
    }),
  }),
  'unrecognised.removeRule': command({
    permission: 'settings.write',
    input: z.object({ id: z.int().positive() }).strict(),
    output: z.object({}),
    causes: ['data.changed'],
  }),
}
