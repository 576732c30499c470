import type { SyncStep } from '#main/providers/registry.ts'
import type { RunView, SyncPhase } from '#shared/contract/sync.ts'
import type { Provider } from '#shared/contract/values.ts'

const TOLD_EVERY_MS = 250

type About = {
  connectionId: string
  connectionName: string
  provider: Provider
  trigger: RunView['trigger']
}

/** Where a run stands. Listeners hear of each new phase and, within one, a few times a second at most. */
export function createProgress(about: About, nowMs: () => number, tell: () => void) {
  const startedAtMs = nowMs()
  const state = { phase: 'queued' as SyncPhase, done: 0, total: null as number | null, found: 0, errors: 0 }
  let isCancelling = false
  let toldAt = 0

  function changed(isImportant: boolean): void {
    const at = performance.now()
    if (!isImportant && at - toldAt < TOLD_EVERY_MS) return
    toldAt = at
    tell()
  }

  function enter(phase: SyncPhase, done: number, total: number | null): void {
    const isNew = phase !== state.phase
    Object.assign(state, { phase, done, total })
    changed(isNew)
  }

  return {
    enter: (phase: SyncPhase): void => {
      if (phase !== state.phase) enter(phase, 0, null)
    },
    step: (step: SyncStep, done: number, total: number | null): void =>
      enter(step === 'account' ? 'billing' : step, done, total),
    written: (done: number, total: number): void => enter('unification', done, total),
    found: (count: number): void => {
      state.found += count
      changed(false)
    },
    failed: (): void => {
      state.errors += 1
      changed(true)
    },
    cancelling: (): void => {
      isCancelling = true
      changed(true)
    },
    view(): RunView {
      const seconds = Math.max(0.001, (nowMs() - startedAtMs) / 1000)
      const perSecond = state.phase === 'queued' ? 0 : Math.round(state.found / seconds)
      return { ...about, ...state, perSecond, isCancelling, startedAtMs }
    },
  }
}

export type Progress = ReturnType<typeof createProgress>
