import { useTell } from '#renderer/app/use-tell.ts'
import { useVault } from '#renderer/app/vault/use-vault.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'

/** Starts one or all. A closed vault is no failure to tell but a question to ask first: `onVault`. */
export function useSyncStart(onVault: (retry: () => void) => void) {
  const { t } = useText()
  const tell = useTell()
  const vault = useVault().data
  const { mutate, isPending } = useCommand('sync.start')
  const send = (connectionIds?: string[]): void =>
    mutate(connectionIds ? { connectionIds } : {}, {
      onSuccess: ({ started }) => {
        if (connectionIds) return
        tell.done(
          started === 0
            ? t('connections.nothingToSync')
            : t('connections.syncAllStarted', { count: started }),
        )
      },
      onError: tell.failed,
    })
  return {
    isPending,
    start(connectionIds?: string[]): void {
      if (vault && !vault.isOpen) onVault(() => send(connectionIds))
      else send(connectionIds)
    },
  }
}

export const isVaultClosed = ({ error }: TransportError): boolean =>
  error.code === 'vault.locked' || error.code === 'vault.notChosen'
