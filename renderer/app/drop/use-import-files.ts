import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { useTell } from '../use-tell.ts'

type Given = readonly { token: string }[]

/** Files of a person on their way to the backend, whichever way they were pointed out. The page of imports shows the rest. */
export function useImportFiles() {
  const { t } = useText()
  const [, navigate] = useLocation()
  const { mutateAsync: start } = useCommand('imports.start')
  const tell = useTell()
  const [isPending, setPending] = useState(false)

  const take = useCallback(
    async (give: () => Promise<Given>): Promise<void> => {
      setPending(true)
      try {
        const tokens = (await give()).map(({ token }) => token)
        if (tokens.length === 0) return
        const { ids } = await start({ tokens })
        showToast({ tone: 'ok', text: t('imports.started', { count: ids.length }) })
        navigate(ids.length === 1 ? `/data?open=${ids[0]}` : '/data')
      } catch (error) {
        if (!(error instanceof TransportError)) throw error
        tell.failed(error)
      } finally {
        setPending(false)
      }
    },
    [navigate, start, t, tell],
  )
  return {
    isPending,
    choose: useCallback(() => take(() => transport.host['host.openFiles']({ kind: 'bills' })), [take]),
    give: useCallback((files: readonly File[]) => take(() => transport.giveFiles(files)), [take]),
  }
}
