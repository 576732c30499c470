import { create } from 'zustand'
import type { Language } from '#renderer/i18n/language.ts'
import { readLocal, writeLocal } from './local-storage.ts'

type ThemeChoice = 'system' | 'light' | 'dark'
type Density = 'comfortable' | 'compact'

/** How the page looks and speaks. The store of a signed-in person is the source; a local copy serves the sign-in page. */
type Preferences = { language: Language; theme: ThemeChoice; density: Density; timeZone: string }

const pick = <T extends string>(key: string, allowed: readonly T[], otherwise: T): T => {
  const stored = readLocal(key)
  return allowed.find((value) => value === stored) ?? otherwise
}

export const usePreferences = create<Preferences>()(() => ({
  language: pick('language', ['ru', 'en'], 'ru'),
  theme: pick('theme', ['system', 'light', 'dark'], 'system'),
  density: pick('density', ['comfortable', 'compact'], 'comfortable'),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
}))

export function setPreferences(patch: Partial<Preferences>): void {
  usePreferences.setState(patch)
  const { language, theme, density } = usePreferences.getState()
  writeLocal('language', language)
  writeLocal('theme', theme)
  writeLocal('density', density)
}

let choice: Partial<Pick<Preferences, 'language' | 'theme'>> | null = null

/** A choice made before anybody has signed in: whoever signs in next keeps it. */
export function choosePreferences(patch: Partial<Pick<Preferences, 'language' | 'theme'>>): void {
  choice = { ...choice, ...patch }
  setPreferences(patch)
}

export function takeChoice(): typeof choice {
  const taken = choice
  choice = null
  return taken
}
