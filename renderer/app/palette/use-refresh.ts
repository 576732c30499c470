import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { refreshAll } from '#renderer/transport/invalidation.ts'

/** Asks for everything on screen anew and says when it is there. */
export function useRefresh(): () => void {
  const client = useQueryClient()
  const { t } = useText()
  return useCallback(() => {
    refreshAll(client).then(
      () => showToast({ tone: 'ok', text: t('shell.refreshed') }),
      // Each card shows its own failure.
      () => undefined,
    )
  }, [client, t])
}
