import { useEffect, useRef } from 'react'
import type { Translate } from '#renderer/i18n/translate.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import type { RunView, SnapshotView } from '#shared/contract/sync.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import { endedRuns, isGoodEnd } from './run-view.ts'

/** Says in a passing word how each synchronisation ended, wherever the person is. */
export function useEndedRuns(runs: readonly RunView[]): void {
  const { t, language } = useText()
  const before = useRef<readonly RunView[]>([])
  useEffect(() => {
    const ended = endedRuns(before.current, runs)
    before.current = runs
    for (const run of ended) void tell(run, t, language)
  }, [runs, t, language])
}

async function tell(
  { connectionId, connectionName }: RunView,
  t: Translate,
  language: Locale,
): Promise<void> {
  // A connection that was removed, or a session that ended, has nothing to tell any more.
  const page = await transport.call('sync.listSnapshots', { connectionId, limit: 1 }).catch(() => null)
  const snapshot = page?.items[0]
  if (!snapshot || snapshot.status === 'running') return
  showToast({
    tone: isGoodEnd(snapshot.status) ? 'ok' : 'bad',
    text: t(`sync.ended.${snapshot.status}`, { name: connectionName }),
    detail: detailOf(snapshot, t, language),
  })
}

function detailOf(snapshot: SnapshotView, t: Translate, language: Locale): string | undefined {
  const { status, problem, failures, found, created, updated, gone } = snapshot
  if (status === 'done') return t('sync.ended.changes', { found, created, updated, gone })
  if (problem) return describeProblem(problem, language).title
  return status === 'partial' ? t('sync.ended.silent', { count: failures.length }) : undefined
}
