import { useCallback } from 'react'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import { describeError } from '#shared/texts/errors.ts'

/** A report as a file that another installation reads. */
export function useSaveReportFile(): (name: string, spec: ReportSpec) => void {
  const save = useFileSaver()
  return useCallback(
    (name, spec) =>
      void save(async () => {
        const { fileName, mediaType, text } = await transport.call('reports.export', { name, spec })
        return { fileName, mediaType, data: text, encoding: 'utf8' }
      }),
    [save],
  )
}

/** A report out of such a file; what it refers to and is not here, is told. */
export function useOpenReportFile(onOpen: (name: string, spec: ReportSpec) => void): () => Promise<void> {
  const { t, language } = useText()
  return useCallback(async () => {
    const file = await pickFile()
    if (file === null) return
    try {
      const { name, spec, missing } = await transport.call('reports.read', { text: await file.text() })
      showToast({
        tone: missing.length > 0 ? 'bad' : 'ok',
        text: t('reports.fileOpened', { name }),
        ...(missing.length > 0 ? { detail: t('reports.fileMissing', { names: missing.join(', ') }) } : {}),
      })
      onOpen(name, spec)
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      const { title, next } = describeError(error.error, language)
      showToast({ tone: 'bad', text: title, detail: next })
    }
  }, [t, language, onOpen])
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
