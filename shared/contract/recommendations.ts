import { z } from 'zod'
import { query } from './call.ts'
import { moneyValue, pageValue, providerValue } from './values.ts'

export const recommendationCategories = [
  'rightsize',
  'idle',
  'migrate',
  'storage',
  'schedule',
  'commitment',
] as const
export const recommendationCodes = [
  'rightsize.cpu',
  'rightsize.ram',
  'idle.shutdown',
  'idle.volume',
  'idle.ip',
  'migrate.region',
  'migrate.provider',
  'migrate.disk',
  'storage.class',
  'storage.cold',
  'storage.merge',
  'storage.snapshots',
  'storage.logs',
  'schedule.offHours',
  'commitment.term',
  'rightsize.autoscale',
  'network.traffic',
] as const
export const recommendationStatuses = ['active', 'done', 'dismissed'] as const

const recommendationView = z.object({
  id: z.string(),
  code: z.enum(recommendationCodes),
  category: z.enum(recommendationCategories),
  status: z.enum(recommendationStatuses),
  /** How sure the rule is, 0 to 1. */
  confidence: z.number(),
  effort: z.enum(['low', 'medium', 'high']),
  monthlySavings: moneyValue,
  resourceId: z.number().nullable(),
  resourceName: z.string(),
  connectionName: z.string(),
  provider: providerValue,
  /** Facts for the sentence: from, to, percent, days… */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  createdAtMs: z.number(),
})
export type RecommendationView = z.infer<typeof recommendationView>

export const recommendations = {
  'recommendations.list': query({
    permission: 'data.read',
    input: z
      .object({
        search: z.string().max(200).default(''),
        category: z.enum(recommendationCategories).optional(),
        status: z.enum(recommendationStatuses).default('active'),
        resourceId: z.int().optional(),
        sort: z.enum(['savings', 'confidence', 'resource', 'created']).default('savings'),
        direction: z.enum(['asc', 'desc']).default('desc'),
        ...pageValue,
      })
      .strict(),
    output: z.object({
      items: z.array(recommendationView),
      total: z.number(),
      savings: z.array(moneyValue),
      categories: z.array(
        z.object({
          category: z.enum(recommendationCategories),
          count: z.number(),
          savings: z.array(moneyValue),
        }),
      ),
    }),
  }),
}
