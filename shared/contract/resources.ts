import { z } from 'zod'
import { query } from './call.ts'
import { dayValue, moneyValue, pageValue, providerValue } from './values.ts'

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
  'ip_address',
  'network',
  'cache',
  'domain',
  'hosting',
  'traffic',
  'other',
] as const
export type ResourceType = (typeof resourceTypes)[number]

export const resourceStatuses = ['running', 'stopped', 'error', 'unknown', 'gone'] as const
export type ResourceStatus = (typeof resourceStatuses)[number]

export const resourceSorts = [
  'name',
  'type',
  'connection',
  'region',
  'status',
  'monthlyCost',
  'spend',
] as const

const resourceView = z.object({
  id: z.number(),
  externalId: z.string(),
  name: z.string(),
  type: z.enum(resourceTypes),
  service: z.string(),
  region: z.string().nullable(),
  status: z.enum(resourceStatuses),
  connectionId: z.string(),
  connectionName: z.string(),
  provider: providerValue,
  dailyCost: moneyValue.nullable(),
  monthlyCost: moneyValue.nullable(),
  /** Billed in the period asked for. */
  spend: moneyValue.nullable(),
  vcpu: z.number().nullable(),
  ramGb: z.number().nullable(),
  diskGb: z.number().nullable(),
  address: z.string().nullable(),
  tags: z.array(z.object({ key: z.string(), value: z.string() })),
  recommendations: z.number(),
  renewsOn: dayValue.nullable(),
})
export type ResourceView = z.infer<typeof resourceView>

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }))

export const resources = {
  'resources.list': query({
    permission: 'data.read',
    input: z
      .object({
        search: z.string().max(200).default(''),
        /** One resource: names repeat, so a link to it carries its id. */
        id: z.int().positive().optional(),
        connectionId: z.string().max(64).optional(),
        provider: providerValue.optional(),
        type: z.enum(resourceTypes).optional(),
        status: z.enum(resourceStatuses).optional(),
        service: z.string().max(200).optional(),
        sort: z.enum(resourceSorts).default('spend'),
        direction: z.enum(['asc', 'desc']).default('desc'),
        spendFrom: dayValue,
        spendTo: dayValue,
        ...pageValue,
      })
      .strict(),
    output: z.object({
      items: z.array(resourceView),
      total: z.number(),
      /** Of everything that the filter keeps, not of the page. */
      totals: z.object({
        monthlyCost: z.array(moneyValue),
        spend: z.array(moneyValue),
        byStatus: z.record(z.enum(resourceStatuses), z.number()),
      }),
      facets: z.object({ connection: facet, type: facet, status: facet, service: facet }),
    }),
  }),
}
