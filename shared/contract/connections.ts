import { z } from 'zod'
import { query } from './call.ts'
import { dayValue, moneyValue, nothing, providerValue } from './values.ts'

const connectionStatuses = ['new', 'checking', 'active', 'error', 'paused'] as const

const connectionView = z.object({
  id: z.string(),
  provider: providerValue,
  name: z.string(),
  status: z.enum(connectionStatuses),
  addedAtMs: z.number(),
  lastSyncAtMs: z.number().nullable(),
  /** The last day that has costs. */
  dataThrough: dayValue.nullable(),
  activeResources: z.number(),
  monthlyCost: moneyValue.nullable(),
})
export type ConnectionView = z.infer<typeof connectionView>

export const connections = {
  'connections.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(connectionView) }),
  }),
}
