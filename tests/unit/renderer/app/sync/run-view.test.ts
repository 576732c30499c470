import { describe, expect, it } from 'vitest'
import { endedRuns, isGoodEnd, runKey, shareOf } from '#renderer/app/sync/run-view.ts'
import { type RunView, snapshotStatuses } from '#shared/contract/sync.ts'

const run = (over: Partial<RunView> = {}): RunView => ({
  connectionId: 'c1',
  connectionName: 'Beget',
  provider: 'beget',
  trigger: 'manual',
  phase: 'billing',
  done: 0,
  total: null,
  perSecond: 0,
  found: 0,
  errors: 0,
  isCancelling: false,
  startedAtMs: 1,
  ...over,
})

describe('endedRuns', () => {
  it('are those that were there and are not any more', () => {
    const a = run({ connectionId: 'a' })
    const b = run({ connectionId: 'b' })
    expect(endedRuns([a, b], [run({ connectionId: 'b', phase: 'completion', done: 9 })])).toEqual([a])
    expect(endedRuns([], [a])).toEqual([])
  })

  it('tell apart two runs of one connection', () => {
    expect(endedRuns([run()], [run({ startedAtMs: 2 })]).map(runKey)).toEqual(['c1 1'])
  })
})

describe('shareOf', () => {
  it.each([
    [run({ done: 3, total: 12 }), 0.25],
    [run({ done: 13, total: 12 }), 1],
    [run({ done: 3, total: null }), null],
    [run({ done: 0, total: 0 }), null],
    [run({ phase: 'queued', done: 0, total: 5 }), null],
  ])('is how much is done, where anybody knows', (view, share) => {
    expect(shareOf(view)).toBe(share)
  })
})

it('calls a stop that was asked for no failure', () => {
  expect(snapshotStatuses.filter(isGoodEnd)).toEqual(['running', 'done', 'cancelled'])
})
