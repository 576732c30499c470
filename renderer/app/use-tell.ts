import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import type { TransportError } from '#renderer/transport/transport-error.ts'
import { describeError } from '#shared/texts/errors.ts'

/** A passing word about how a command ended, in the person's language. */
export function useTell(): { done: (text: string) => void; failed: (error: TransportError) => void } {
  const { language } = useText()
  return useMemo(
    () => ({
      done: (text) => showToast({ tone: 'ok', text }),
      failed: ({ error }) => {
        const { title, next } = describeError(error, language)
        showToast({ tone: 'bad', text: title, detail: next })
      },
    }),
    [language],
  )
}
