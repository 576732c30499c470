import { z } from 'zod'
import { command, query } from './call.ts'
import {
  amountValue,
  dayValue,
  fileValue,
  labelValue,
  moneyValue,
  noteValue,
  nothing,
  pageValue,
  providerValue,
} from './values.ts'

export const resourceTypes = [
  'server',
  'volume',
  'database',
  'kubernetes',
  'load_balancer',
  'object_storage',
  'file_storage',
  'snapshot',
  'backup',
  'image',
  'registry',
  'ip_address',
  'network',
  'cdn',
  'cache',
  'dedicated',
  'domain',
  'site',
  'mailbox',
  'ftp_account',
  'license',
  'hosting',
  'traffic',
  'other',
] as const
export type ResourceType = (typeof resourceTypes)[number]

/** `changing`: on its way from one state to another; `blocked`: stopped for money. */
export const resourceStatuses = [
  'running',
  'stopped',
  'changing',
  'error',
  'blocked',
  'unknown',
  'gone',
] as const
export type ResourceStatus = (typeof resourceStatuses)[number]

/** `zombie`: billed, though the inventory no longer has it; `orphan`: a volume or address that no server uses. */
export const resourceMarks = ['zombie', 'orphan', 'unrecognised'] as const
export type ResourceMark = (typeof resourceMarks)[number]

export const resourceSorts = [
  'name',
  'type',
  'service',
  'connection',
  'region',
  'status',
  'owner',
  'project',
  'dailyCost',
  'monthlyCost',
  'spend',
  /** vCPU, then RAM, then disk. */
  'size',
  'address',
  /** How many, then the first of them by key. */
  'tags',
  /** How many recommendations. */
  'advice',
  'externalId',
  'renewsOn',
  'firstSeen',
] as const

/** What a person may state of a resource against what the provider says. */
export const overrideFields = ['type', 'owner', 'project', 'businessUnit', 'environment'] as const
export type OverrideField = (typeof overrideFields)[number]

const tagValue = z.object({ key: z.string(), value: z.string() })

const resourceView = z.object({
  id: z.number(),
  externalId: z.string(),
  name: z.string(),
  type: z.enum(resourceTypes),
  service: z.string(),
  region: z.string().nullable(),
  status: z.enum(resourceStatuses),
  marks: z.array(z.enum(resourceMarks)),
  connectionId: z.string(),
  connectionName: z.string(),
  provider: providerValue,
  owner: z.string().nullable(),
  project: z.string().nullable(),
  dailyCost: moneyValue.nullable(),
  monthlyCost: moneyValue.nullable(),
  /** Billed in the period asked for. */
  spend: moneyValue.nullable(),
  vcpu: z.number().nullable(),
  ramGb: z.number().nullable(),
  diskGb: z.number().nullable(),
  address: z.string().nullable(),
  tags: z.array(tagValue),
  recommendations: z.number(),
  renewsOn: dayValue.nullable(),
  firstSeenAtMs: z.number(),
  hasUsage: z.boolean(),
  notes: z.number(),
  /** When the part of the account that lists it last answered, where that is longer ago than the last sync. */
  staleSinceMs: z.number().nullable(),
})
export type ResourceView = z.infer<typeof resourceView>

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }))

const list = z.array(z.string().max(200)).max(200)

/** What a person may cut the list down by. Values of one field are alternatives; fields narrow each other. */
export const resourceFilterValue = z
  .object({
    search: z.string().max(200),
    /** One resource: names repeat, so a link to it carries its id. */
    id: z.int().positive(),
    connectionId: z.string().max(64),
    provider: providerValue,
    type: z.enum(resourceTypes),
    status: z.enum(resourceStatuses),
    service: z.string().max(200),
    region: z.string().max(200),
    owner: z.string().max(200),
    mark: z.enum(resourceMarks),
    /** `key` or `key: value`, as tags are shown. */
    tag: z.string().max(600),
    /** Monthly cost in the organisation's currency, both ends included. */
    costFrom: amountValue,
    costTo: amountValue,
    /** Leaves out what is gone. */
    isPresent: z.boolean(),
  })
  .partial()
  .strict()
export type ResourceFilterInput = z.infer<typeof resourceFilterValue>

const listInput = {
  filter: resourceFilterValue.default({}),
  sort: z.enum(resourceSorts).default('dailyCost'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  spendFrom: dayValue,
  spendTo: dayValue,
}

const statusCounts = z.record(z.enum(resourceStatuses), z.number())

const overrideView = z.object({
  field: z.enum(overrideFields),
  value: z.string(),
  /** What the provider says. */
  given: z.string().nullable(),
  byName: z.string(),
  atMs: z.number(),
})

const noteView = z.object({ id: z.number(), text: z.string(), byName: z.string(), atMs: z.number() })

export const changeKinds = ['cost', 'status', 'configuration', 'tags'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** A field before and after, as text: amounts as decimal text, lists joined. */
export const fieldChange = z.object({
  field: z.string(),
  kind: z.enum(changeKinds),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FieldChange = z.infer<typeof fieldChange>

const versionView = z.object({
  snapshotId: z.number(),
  atMs: z.number(),
  change: z.enum(['created', 'updated', 'gone', 'returned', 'merged']),
  fields: z.array(fieldChange),
})

const id = z.int().positive()
const idList = z.array(id).min(1).max(50_000)

export const resources = {
  'resources.list': query({
    permission: 'data.read',
    input: z.object({ ...listInput, ...pageValue }).strict(),
    output: z.object({
      items: z.array(resourceView),
      total: z.number(),
      /** Of everything that the filter keeps, not of the page. */
      totals: z.object({
        dailyCost: z.array(moneyValue),
        monthlyCost: z.array(moneyValue),
        spend: z.array(moneyValue),
        byStatus: statusCounts,
      }),
      facets: z.object({
        connection: facet,
        provider: facet,
        type: facet,
        status: facet,
        service: facet,
        region: facet,
        owner: facet,
        mark: facet,
        tag: facet,
      }),
    }),
  }),
  /** One header a connection, cut down by the same filter: what it costs and how much there is of it. */
  'resources.listSections': query({
    permission: 'data.read',
    input: z.object({ filter: resourceFilterValue.default({}) }).strict(),
    output: z.object({
      items: z.array(
        z.object({
          connectionId: z.string(),
          connectionName: z.string(),
          provider: providerValue,
          lastSyncAtMs: z.number().nullable(),
          isStale: z.boolean(),
          dailyCost: z.array(moneyValue),
          monthlyCost: z.array(moneyValue),
          resources: z.number(),
          byStatus: statusCounts,
          marks: z.number(),
        }),
      ),
    }),
  }),
  /** Ids of everything that a filter keeps, for what is done with all of them at once. */
  'resources.listIds': query({
    permission: 'data.read',
    input: z.object({ filter: resourceFilterValue.default({}) }).strict(),
    output: z.object({ ids: z.array(z.number()) }),
  }),
  'resources.get': query({
    permission: 'data.read',
    input: z.object({ id, spendFrom: dayValue, spendTo: dayValue }).strict(),
    output: z.object({
      resource: resourceView,
      zone: z.string().nullable(),
      businessUnit: z.string().nullable(),
      environment: z.string().nullable(),
      /** As the provider states it. */
      price: z.object({ amount: moneyValue, period: z.enum(['hour', 'day', 'month', 'year']) }).nullable(),
      goneAtMs: z.number().nullable(),
      /** Everything else that is known, by its own name: ready to show, lists joined. */
      attributes: z.array(z.object({ name: z.string(), value: z.string() })),
      /** Volumes that were merged into it, with what each costs a day. */
      parts: z.array(
        z.object({
          externalId: z.string(),
          name: z.string(),
          type: z.enum(resourceTypes),
          sizeGb: z.number().nullable(),
          kind: z.string().nullable(),
          dailyCost: moneyValue.nullable(),
        }),
      ),
      manualTags: z.array(
        z.object({ key: z.string(), value: z.string(), byName: z.string(), atMs: z.number() }),
      ),
      overrides: z.array(overrideView),
      notes: z.array(noteView),
    }),
  }),
  /** By day, and what it was billed for. */
  'resources.getCosts': query({
    permission: 'data.read',
    input: z.object({ id, from: dayValue, to: dayValue }).strict(),
    output: z.object({
      total: z.array(moneyValue),
      days: z.array(z.object({ day: dayValue, amount: moneyValue })),
      months: z.array(z.object({ month: z.string(), amount: moneyValue })),
      lines: z.array(
        z.object({
          sku: z.string(),
          quantity: z.string().nullable(),
          unit: z.string().nullable(),
          amount: moneyValue,
        }),
      ),
    }),
  }),
  'resources.getUsage': query({
    permission: 'data.read',
    input: z.object({ id, from: dayValue, to: dayValue }).strict(),
    output: z.object({
      metrics: z.array(
        z.object({
          metric: z.enum(['cpu', 'ram', 'disk', 'network']),
          capacity: z.number().nullable(),
          average: z.number(),
          peak: z.number(),
          /** Average of the capacity, 0 to 1; null where no capacity is known. */
          share: z.number().nullable(),
          tier: z.enum(['low', 'medium', 'high']).nullable(),
          days: z.array(z.object({ day: dayValue, used: z.number(), peak: z.number() })),
        }),
      ),
    }),
  }),
  /** Newest first. */
  'resources.listVersions': query({
    permission: 'data.read',
    input: z.object({ id, ...pageValue }).strict(),
    output: z.object({ items: z.array(versionView), total: z.number() }),
  }),
  /** The provider's records of it, without secrets, as indented JSON. */
  'resources.getRaw': query({
    permission: 'data.read',
    input: z.object({ id }).strict(),
    output: z.object({
      records: z.array(z.object({ source: z.string(), atMs: z.number(), text: z.string() })),
    }),
  }),
  /** A value sets the field against the provider's; null gives it back to the provider. */
  'resources.update': command({
    permission: 'data.write',
    input: z
      .object({
        id,
        overrides: z
          .object({
            type: z.enum(resourceTypes).nullable(),
            owner: labelValue.nullable(),
            project: labelValue.nullable(),
            businessUnit: labelValue.nullable(),
            environment: labelValue.nullable(),
          })
          .partial()
          .strict(),
      })
      .strict(),
    output: z.object({}),
    causes: ['data.changed'],
  }),
  /** For many at once: tags by hand (a null value removes one), an owner and other fields, a note. */
  'resources.updateMany': command({
    permission: 'data.write',
    input: z
      .object({
        ids: idList,
        tags: z.record(labelValue, z.string().trim().max(256).nullable()).optional(),
        overrides: z
          .object({
            owner: labelValue.nullable(),
            project: labelValue.nullable(),
            businessUnit: labelValue.nullable(),
            environment: labelValue.nullable(),
          })
          .partial()
          .strict()
          .optional(),
        note: noteValue.optional(),
      })
      .strict(),
    output: z.object({ updated: z.number() }),
    causes: ['data.changed'],
  }),
  'resources.removeNote': command({
    permission: 'data.write',
    input: z.object({ id, noteId: id }).strict(),
    output: z.object({}),
    causes: ['data.changed'],
  }),
  /** The list as it is filtered and sorted, all of it; columns as chosen, the same figures as on screen. */
  'resources.export': query({
    permission: 'data.read',
    input: z
      .object({
        ...listInput,
        format: z.enum(['csv', 'xlsx']),
        language: z.enum(['ru', 'en']),
        columns: list.optional(),
      })
      .strict(),
    output: fileValue,
  }),

  /** Filters that a person has named, for this organisation. */
  'filters.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({ id: z.string(), name: z.string(), filter: resourceFilterValue, byName: z.string() }),
      ),
    }),
  }),
  /** One of the same name is replaced. */
  'filters.add': command({
    permission: 'data.write',
    input: z.object({ name: labelValue, filter: resourceFilterValue }).strict(),
    output: z.object({ id: z.string() }),
    causes: ['filters.changed'],
  }),
  'filters.remove': command({
    permission: 'data.write',
    input: z.object({ id: z.string().min(1).max(64) }).strict(),
    output: z.object({}),
    causes: ['filters.changed'],
  }),
}
