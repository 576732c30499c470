import { z } from 'zod'
import { command, query } from './call.ts'
import { dayValue, nothing } from './values.ts'

/** How this installation reaches providers. The proxy's password goes to the vault with the other secrets. */
const networkView = z.object({
  /** `system`: what the system's environment names, else straight. */
  proxy: z.enum(['system', 'manual']),
  proxyUrl: z.string().nullable(),
  proxyUser: z.string().nullable(),
  hasProxyPassword: z.boolean(),
  /** Nothing goes out: no request, no letter. `policy`: an administrator's file says so, and nobody here can change it. */
  offline: z.enum(['no', 'yes', 'policy']),
  /** The file that says so; one that cannot be read says it too. */
  policyFile: z.object({ path: z.string(), isBroken: z.boolean() }).nullable(),
  /** Authorities trusted besides the built-in ones: who they are, from the certificates themselves. */
  authorities: z.array(z.object({ subject: z.string(), validTo: dayValue })),
})
export type NetworkView = z.infer<typeof networkView>

export const network = {
  'network.getState': query({ permission: 'data.read', input: nothing, output: networkView }),
  /** What is left out stays; null takes it away. */
  'network.update': command({
    permission: 'settings.write',
    input: z
      .object({
        proxy: z.enum(['system', 'manual']),
        proxyUrl: z.string().trim().max(500).nullable(),
        proxyUser: z.string().trim().max(200).nullable(),
        proxyPassword: z.string().max(500).nullable(),
        caPem: z.string().max(200_000).nullable(),
        isOffline: z.boolean(),
      })
      .partial()
      .strict(),
    output: z.object({}),
    causes: ['settings.changed', 'vault.changed'],
    reach: 'everyone',
  }),
}
