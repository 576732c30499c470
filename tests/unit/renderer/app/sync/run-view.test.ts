import { describe, expect, it } from 'vitest'
import { endedSince, isGoodEnd, runKey, shareOf } from '#renderer/app/sync/run-view.ts'
import { type RunView, type SnapshotView, snapshotStatuses } from '#shared/contract/sync.ts'

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

describe('endedSince', () => {
  const look = (id: number, status: SnapshotView['status']): SnapshotView => ({
    id,
    status,
    connectionId: 'c1',
    connectionName: 'Beget',
    provider: 'beget',
    trigger: 'manual',
    startedAtMs: id,
    finishedAtMs: null,
    found: 0,
    created: 0,
    updated: 0,
    gone: 0,
    unchanged: 0,
    monthlyCost: null,
    problem: null,
    failures: [],
  })
  const idsOf = (items: readonly SnapshotView[]) => items.map(({ id }) => id)

  it('has no news of what ended before the page came', () => {
    const { ended, known } = endedSince(null, [look(3, 'done'), look(2, 'failed')])
    expect(ended).toEqual([])
    expect(endedSince(known, [look(3, 'done'), look(2, 'failed')]).ended).toEqual([])
  })

  it('tells of one that was running when the page came, once', () => {
    const first = endedSince(null, [look(3, 'running'), look(2, 'done')])
    const second = endedSince(first.known, [look(3, 'partial'), look(2, 'done')])
    expect(idsOf(second.ended)).toEqual([3])
    expect(endedSince(second.known, [look(3, 'partial')]).ended).toEqual([])
  })

  it('tells of one that nobody has seen running, and of several in their order', () => {
    const { known } = endedSince(null, [])
    expect(idsOf(endedSince(known, [look(5, 'failed'), look(4, 'done')]).ended)).toEqual([4, 5])
  })

  it('keeps waiting for one while others end', () => {
    const first = endedSince(null, [])
    const second = endedSince(first.known, [look(2, 'done'), look(1, 'running')])
    expect(idsOf(second.ended)).toEqual([2])
    expect(idsOf(endedSince(second.known, [look(2, 'done'), look(1, 'done')]).ended)).toEqual([1])
  })

  it('is not misled by an answer that comes late', () => {
    const first = endedSince(null, [look(1, 'running')])
    const second = endedSince(first.known, [look(1, 'done')])
    const late = endedSince(second.known, [look(1, 'running')])
    expect(endedSince(late.known, [look(1, 'done')]).ended).toEqual([])
  })
})

it('tells apart two runs of one connection', () => {
  expect([run(), run({ startedAtMs: 2 })].map(runKey)).toEqual(['c1 1', 'c1 2'])
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
