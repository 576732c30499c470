import { useCallback, useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { describeError } from '#shared/texts/errors.ts'

/** A view out of a file that the person picks; what it refers to and is not here, is told. */
export function useOpenViewFile(onOpen: (spec: ViewSpec) => void): () => Promise<void> {
  const { t, language } = useText()
  const open = useRef(onOpen)
  open.current = onOpen
  return useCallback(async () => {
    const file = await pickFile()
    if (file === null) return
    try {
      const { name, spec, missing } = await transport.call('views.read', { text: await file.text() })
      open.current(spec)
      showToast({
        tone: missing.length > 0 ? 'bad' : 'ok',
        text: t('explorer.viewOpened', { name }),
        ...(missing.length > 0 ? { detail: t('explorer.viewMissing', { names: missing.join(', ') }) } : {}),
      })
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      const { title, next } = describeError(error.error, language)
      showToast({ tone: 'bad', text: title, detail: next })
    }
  }, [t, language])
}

/** The platform's own dialog; null when the person changed their mind. */
function pickFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.json,application/json'
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
