import { useEffect, useRef } from 'react'
import type { Translate } from '#renderer/i18n/translate.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import type { SnapshotView } from '#shared/contract/sync.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import { endedSince, isGoodEnd, type Known } from './run-view.ts'

const LOOKED_AT = 20

/**
 * Says in a passing word how each synchronisation ended, wherever the person is. Asked of the looks themselves: a short
 * one may be over before any page has seen it run.
 */
export function useEndedRuns(): void {
  const { t, language } = useText()
  const words = useRef({ t, language })
  useEffect(() => {
    words.current = { t, language }
  }, [t, language])
  useEffect(() => {
    let known: Known | null = null
    let isGone = false
    const look = async (): Promise<void> => {
      // Locked, signed out, not answering: there is nobody to tell.
      const page = await transport.call('sync.listSnapshots', { limit: LOOKED_AT }).catch(() => null)
      if (!page || isGone) return
      const { ended, ...next } = endedSince(known, page.items)
      known = next.known
      for (const snapshot of ended) tell(snapshot, words.current.t, words.current.language)
    }
    void look()
    const stop = transport.subscribe(({ name }) => {
      if (name === 'data.changed' || name === 'connections.changed') void look()
    })
    return () => {
      isGone = true
      stop()
    }
  }, [])
}

function tell(snapshot: SnapshotView, t: Translate, language: Locale): void {
  const { status, connectionName: name } = snapshot
  if (status === 'running') return
  showToast({
    tone: isGoodEnd(status) ? 'ok' : 'bad',
    text: t(`sync.ended.${status}`, { name }),
    detail: detailOf(snapshot, t, language),
  })
}

function detailOf(snapshot: SnapshotView, t: Translate, language: Locale): string | undefined {
  const { status, problem, failures, found, created, updated, gone } = snapshot
  if (status === 'done') return t('sync.ended.changes', { found, created, updated, gone })
  if (status === 'partial') return t('sync.ended.silent', { count: failures.length })
  return problem && status === 'failed' ? describeProblem(problem, language).title : undefined
}
