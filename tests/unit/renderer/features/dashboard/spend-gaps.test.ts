import { expect, test } from 'vitest'
import { gapsByAccount, missingByBin, type SpendGap } from '#renderer/features/dashboard/spend-gaps.ts'
import { day } from '#shared/lib/day.ts'

const gap = (connectionId: string, from: string, to: string): SpendGap => ({
  connectionId,
  name: connectionId.toUpperCase(),
  from: day(from),
  to: day(to),
})
const range = (from: string, to = from) => ({ from: day(from), to: day(to) })

test('a bar says who is missing from any day of it, each once', () => {
  const gaps = [gap('a', '2026-03-03', '2026-03-05'), gap('b', '2026-03-05', '2026-03-05')]
  const days = [range('2026-03-02'), range('2026-03-03'), range('2026-03-05')]
  expect(missingByBin(days, gaps)).toEqual([[], ['A'], ['A', 'B']])
  expect(
    missingByBin([range('2026-03-02', '2026-03-08')], [...gaps, gap('a', '2026-03-07', '2026-03-07')]),
  ).toEqual([['A', 'B']])
})

test('gaps stand by account, cut to what is shown', () => {
  const gaps = [
    gap('a', '2026-03-07', '2026-03-07'),
    gap('b', '2026-01-01', '2026-01-02'),
    gap('a', '2026-02-25', '2026-03-02'),
  ]
  expect(gapsByAccount(gaps, range('2026-03-01', '2026-03-31'))).toEqual([
    { name: 'A', ranges: [range('2026-03-01', '2026-03-02'), range('2026-03-07')] },
  ])
})
