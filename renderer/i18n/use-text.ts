import { useMemo } from 'react'
import { usePreferences } from '#renderer/state/preferences.ts'
import type { Language } from './language.ts'
import { type Translate, translate } from './translate.ts'

export function useText(): { t: Translate; language: Language } {
  const language = usePreferences((state) => state.language)
  return useMemo(
    () => ({ language, t: (key, params) => translate(language, key, params) }) as const,
    [language],
  )
}
