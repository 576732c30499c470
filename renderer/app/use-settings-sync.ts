import { useLayoutEffect } from 'react'
import { setPreferences, takeChoice } from '#renderer/state/preferences.ts'
import { transport } from '#renderer/transport/transport.ts'
import type { SessionView } from '#shared/contract/app.ts'

/**
 * Whoever signs in brings their own language and theme, unless they have just chosen others on the sign-in page:
 * then those become theirs.
 */
export function useSettingsSync(session: SessionView | null): void {
  useLayoutEffect(() => {
    if (!session || session.isLocked) return
    const { language, theme, density } = session.settings
    const choice = takeChoice()
    setPreferences({ language, theme, density, ...choice, timeZone: session.timeZone })
    if (choice) transport.call('settings.update', choice).catch(() => undefined)
  }, [session])
}
