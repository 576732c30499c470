import { useEffect, useLayoutEffect } from 'react'
import { usePreferences } from '#renderer/state/preferences.ts'
import { transport } from '#renderer/transport/transport.ts'

/** Carries language, theme and density to the document, and the theme to the window's frame. */
export function useAppearance(): void {
  const { language, theme, density } = usePreferences()
  useLayoutEffect(() => {
    const root = document.documentElement
    root.lang = language
    root.dataset.density = density
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
  }, [language, theme, density])
  useEffect(() => {
    // A frame in the wrong theme is no reason to trouble anybody.
    transport.host['host.setTheme']({ theme }).catch(() => undefined)
  }, [theme])
}
