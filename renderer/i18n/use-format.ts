import { useMemo } from 'react'
import { usePreferences } from '#renderer/state/preferences.ts'
import { createFormat, type Format } from './format.ts'

/** Figures and dates in the person's language and the organisation's time zone. */
export function useFormat(): Format {
  const language = usePreferences((state) => state.language)
  const timeZone = usePreferences((state) => state.timeZone)
  return useMemo(() => createFormat(language, timeZone), [language, timeZone])
}
