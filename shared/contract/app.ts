import { z } from 'zod'
import { currencies } from '../lib/currency.ts'
import { query } from './call.ts'
import { roles } from './permissions.ts'
import { settingsView } from './settings.ts'
import { dayValue, nothing } from './values.ts'

const sessionView = z.object({
  userId: z.string(),
  userName: z.string(),
  role: z.enum(roles),
  workspaceId: z.string(),
  workspaceName: z.string(),
  isDemo: z.boolean(),
  isLocked: z.boolean(),
  hasPassword: z.boolean(),
  currency: z.enum(currencies as [(typeof currencies)[number]]),
  timeZone: z.string(),
  /** The calendar day in the workspace's time zone. */
  today: dayValue,
  settings: settingsView,
})
export type SessionView = z.infer<typeof sessionView>

/** Who may sign in here; shown as a list of names on the sign-in page, as an operating system does. */
const profileView = z.object({
  userId: z.string(),
  userName: z.string(),
  workspaceId: z.string(),
  workspaceName: z.string(),
})

export const app = {
  'app.getState': query({
    permission: 'public',
    worksLocked: true,
    input: nothing,
    output: z.object({
      version: z.string(),
      session: sessionView.nullable(),
      profiles: z.array(profileView),
      hasDemo: z.boolean(),
    }),
  }),
  'app.getAbout': query({
    permission: 'session',
    input: nothing,
    output: z.object({
      version: z.string(),
      host: z.enum(['electron', 'web', 'cli']),
      runtime: z.string(),
      sqlite: z.string(),
      dataFolder: z.string(),
      storeBytes: z.number(),
      counts: z.object({
        connections: z.number(),
        resources: z.number(),
        costLines: z.number(),
        firstDay: dayValue.nullable(),
        lastDay: dayValue.nullable(),
      }),
    }),
  }),
}
