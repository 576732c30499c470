import { z } from 'zod'
import { command } from './call.ts'
import { currencyValue, labelValue, timeZoneValue } from './values.ts'

/** What a person chooses for themself. */
export const settingsView = z.object({
  language: z.enum(['ru', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** Minutes without input until the session locks; 0 never. */
  idleMinutes: z.union([z.literal(0), z.literal(5), z.literal(15), z.literal(30), z.literal(60)]),
})
export type SettingsView = z.infer<typeof settingsView>

export const defaultSettings: SettingsView = {
  language: 'ru',
  theme: 'system',
  density: 'comfortable',
  idleMinutes: 15,
}

export const settings = {
  'settings.update': command({
    permission: 'data.read',
    input: settingsView.partial().strict(),
    output: settingsView,
    isAudited: false,
    causes: ['settings.changed'],
  }),
  /** What holds for the whole organisation. */
  'settings.updateWorkspace': command({
    permission: 'settings.write',
    input: z
      .object({ name: labelValue, currency: currencyValue, timeZone: timeZoneValue })
      .partial()
      .strict(),
    output: z.object({}),
    causes: ['settings.changed', 'data.changed'],
  }),
}
