import { useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { LedgerExportView } from '#shared/contract/ledger.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import { useTell } from './use-tell.ts'

/** Waits for a file that was asked for and hands it over; how far it is, is told meanwhile. */
export function useTakenExport() {
  const { t, language } = useText()
  const tell = useTell()
  const { mutate: cancel } = useCommand('ledger.cancelExport')
  const [id, setId] = useState<string | null>(null)
  const list = useCall('ledger.listExports', {}, { enabled: id !== null })
  const item = id === null ? undefined : list.data?.items.find((each) => each.id === id)
  const ended = useRef<string | null>(null)

  const hand = useCallback(
    async ({ id: done, fileName }: LedgerExportView): Promise<void> => {
      try {
        const path = await transport.host['host.saveExport']({ id: done, fileName })
        if (path !== null) showToast({ tone: 'ok', text: t('common.fileSaved'), detail: path })
      } catch (error) {
        if (!(error instanceof TransportError)) throw error
        tell.failed(error)
      }
    },
    [t, tell],
  )
  useEffect(() => {
    if (!item || ended.current === item.id) return
    const { status, problem } = item
    if (status === 'waiting' || status === 'running') return
    ended.current = item.id
    setId(null)
    if (status === 'done') void hand(item)
    else if (status === 'failed')
      showToast({
        tone: 'bad',
        text: problem ? describeProblem(problem, language).title : t('common.fileNotSaved'),
        detail: problem ? describeProblem(problem, language).next : undefined,
      })
  }, [item, hand, language, t])

  return {
    take: setId,
    isRunning: id !== null,
    /** Of one; null until it is known. */
    ratio: item && item.total > 0 ? item.lines / item.total : null,
    cancel: (): void => {
      if (id !== null) cancel({ id }, { onError: tell.failed })
    },
  }
}
