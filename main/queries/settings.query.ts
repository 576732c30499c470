import { and, eq, sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { settings } from '#main/store/schema/people.ts'
import { defaultSettings, type SettingsView, settingsView } from '#shared/contract/settings.ts'

type Key = keyof SettingsView

/** A person's preferences. What is missing, unknown to this version or broken has its default. */
export function readSettings(db: ReadableDb, userId: string): SettingsView {
  const rows = db
    .select({ key: settings.key, text: sql<string>`${settings.value}` })
    .from(settings)
    .where(and(eq(settings.scope, 'user'), eq(settings.ownerId, userId)))
    .all()
  const kept = new Map(rows.map((row) => [row.key, row.text]))
  const view: SettingsView = { ...defaultSettings }
  for (const key of Object.keys(defaultSettings) as Key[]) assign(view, key, kept.get(key))
  return view
}

function assign<K extends Key>(view: SettingsView, key: K, text: string | undefined): void {
  const parsed = settingsView.shape[key].safeParse(parse(text))
  // The schema that parsed it stands under the same key; indexing by K loses that tie.
  if (parsed.success) view[key] = parsed.data as SettingsView[K]
}

/** Read as text and parsed here: one broken value must not take the others away. */
export const idleMinutesOf = (text: string | null): SettingsView['idleMinutes'] => {
  const parsed = settingsView.shape.idleMinutes.safeParse(parse(text))
  return parsed.success ? parsed.data : defaultSettings.idleMinutes
}

function parse(text: string | null | undefined): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
