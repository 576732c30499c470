import { useCallback } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import type { FileView } from '#shared/contract/values.ts'
import { describeError } from '#shared/texts/errors.ts'

/** Saves a file that the backend makes where the person says, and tells how it went. */
export function useFileSaver(): (make: () => Promise<FileView>) => Promise<void> {
  const { t, language } = useText()
  return useCallback(
    async (make) => {
      try {
        const path = await transport.host['host.saveFile'](await make())
        if (path !== null) showToast({ tone: 'ok', text: t('common.fileSaved'), detail: path })
      } catch (error) {
        const detail =
          error instanceof TransportError ? describeError(error.error, language).title : undefined
        showToast({ tone: 'bad', text: t('common.fileNotSaved'), detail })
      }
    },
    [t, language],
  )
}
