import { useCallback } from 'react'
import { translate } from '#renderer/i18n/translate.ts'
import { setPreferences, usePreferences } from '#renderer/state/preferences.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { SettingsView } from '#shared/contract/settings.ts'
import { describeError } from '#shared/texts/errors.ts'

/** Changes what the person sees at once and keeps it; puts it back when it could not be kept. */
export function useChangeSettings(): (patch: Partial<SettingsView>) => void {
  const { mutate } = useCommand('settings.update')
  return useCallback(
    (patch) => {
      const before = usePreferences.getState()
      const { language = before.language, theme = before.theme, density = before.density } = patch
      setPreferences({ language, theme, density })
      mutate(patch, {
        onSuccess: () => showToast({ tone: 'ok', text: translate(language, 'common.saved') }),
        onError: ({ error }) => {
          setPreferences(before)
          const { title, next } = describeError(error, before.language)
          showToast({ tone: 'bad', text: title, detail: next })
        },
      })
    },
    [mutate],
  )
}
