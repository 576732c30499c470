import { expect, it } from 'vitest'
import { mayCommitAlone } from '#main/core/rules/commit-alone.ts'

type Facts = Parameters<typeof mayCommitAlone>[0]

const day = (date: string, billed: bigint, lines = 10) => ({ day: date, currency: 'RUB', lines, billed })
const facts = (given: Partial<Facts> = {}): Facts => ({
  summary: { reasons: [], doubts: [] },
  accounts: [{ after: [day('2026-10-01', 100n)], before: [] }],
  closedMonths: new Set(),
  ...given,
})
const against = (after: Facts['accounts'][number]['after'], before: Facts['accounts'][number]['before']) =>
  mayCommitAlone(facts({ accounts: [{ after, before }] }))

it('lets a file count by itself when every row was kept and nothing is lost', () => {
  expect(mayCommitAlone(facts())).toBe(true)
  expect(against([day('2026-10-01', 50n)], [day('2026-10-01', 100n)])).toBe(true)
})

it('keeps one back that would leave less than half of what counts for a day', () => {
  expect(against([day('2026-10-01', 49n)], [day('2026-10-01', 100n)])).toBe(false)
  expect(against([day('2026-10-01', 100n, 4)], [day('2026-10-01', 100n, 10)])).toBe(false)
  expect(against([{ ...day('2026-10-01', 100n), currency: 'USD' }], [day('2026-10-01', 100n)])).toBe(false)
})

it('keeps one back that would change a closed month', () => {
  expect(mayCommitAlone(facts({ closedMonths: new Set(['2026-10']) }))).toBe(false)
  expect(mayCommitAlone(facts({ closedMonths: new Set(['2026-09']) }))).toBe(true)
})

it('keeps one back that has rows nobody could read, but for a total that agrees', () => {
  const reasons = (reason: string) => [{ reason, column: null, rows: 1 }]
  const mismatch = {
    code: 'totalMismatch' as const,
    rows: 1,
    amount: null,
    currency: null,
    line: 9,
    said: '1',
  }
  expect(mayCommitAlone(facts({ summary: { reasons: reasons('badDate'), doubts: [] } }))).toBe(false)
  expect(mayCommitAlone(facts({ summary: { reasons: reasons('totalRow'), doubts: [] } }))).toBe(true)
  expect(mayCommitAlone(facts({ summary: { reasons: reasons('totalRow'), doubts: [mismatch] } }))).toBe(false)
})
