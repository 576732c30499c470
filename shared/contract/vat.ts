import { z } from 'zod'
import { command, query } from './call.ts'
import { nothing, providerValue } from './values.ts'

/** `general`: 18 % until 2018, 20 % until 2025, 22 % from 2026-01-01; `usn5`, `usn7`: small payers; `none`: exempt. */
export const vatSchemes = ['general', 'usn5', 'usn7', 'none'] as const
export type VatScheme = (typeof vatSchemes)[number]

export const vat = {
  'vat.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          connectionId: z.string(),
          name: z.string(),
          provider: providerValue,
          /** Whether the amounts of its bill contain the tax. */
          isIncluded: z.boolean(),
          scheme: z.enum(vatSchemes),
          /** Nobody has said so yet: what is usual for the provider. */
          isAssumed: z.boolean(),
        }),
      ),
    }),
  }),
  'vat.update': command({
    permission: 'data.write',
    input: z
      .object({
        connectionId: z.string().min(1).max(64),
        isIncluded: z.boolean(),
        scheme: z.enum(vatSchemes),
      })
      .strict(),
    output: z.object({}),
    causes: ['data.changed'],
  }),
}
