import { expect, test } from 'vitest'
import { billedBetween } from '#main/core/demo/costs.ts'
import { generateDemo } from '#main/core/demo/generator.ts'
import { fromFemtos, money } from '#main/core/money/money.ts'
import { monthProgress } from '#main/core/rules/month-progress.ts'
import { budgetStatus, runRate } from '#main/core/rules/run-rate.ts'
import { addDays, type Day, day, daysOf, firstOfMonth } from '#shared/lib/day.ts'

function statusesOn(anchor: Day) {
  const { accounts, budgets } = generateDemo(anchor)
  return budgets.map(({ connections, limit }) => {
    const charges = accounts
      .filter(({ connection }) => connections.length === 0 || connections.includes(connection.key))
      .flatMap((a) => a.charges)
    const days = billedBetween(charges, firstOfMonth(anchor), addDays(anchor, -1))
    const spent = fromFemtos(
      days.reduce((a, b) => a + b, 0n),
      'RUB',
    )
    return budgetStatus(limit, spent, runRate(spent, monthProgress(anchor, addDays(anchor, -1))))
  })
}

test.each(['2026-11-08', '2026-11-20', '2026-11-30', '2027-02-28', '2028-02-29', '2028-12-31', '2029-03-31'])(
  'on %s the company keeps its budget, and development is on its way to exceed its own',
  (text) => {
    expect(statusesOn(day(text))).toEqual(['ok', 'willExceed'])
  },
)

test('from the eighth day of a month on that holds all year round', () => {
  const others = daysOf(day('2027-01-01'), day('2027-12-31'))
    .filter((d, index) => index % 17 === 0 && Number(d.slice(8)) >= 8)
    .filter((d) => statusesOn(d).join() !== 'ok,willExceed')
  expect(others).toEqual([])
})

test('on the first day of a month nothing is spent and nothing can be said', () => {
  expect(statusesOn(day('2026-12-01'))).toEqual(['ok', 'ok'])
})

test('in the first week the limit is the usual one, and neither budget is ever exceeded', () => {
  for (const d of [day('2027-05-02'), day('2027-05-03'), day('2027-05-07')]) {
    expect(generateDemo(d).budgets[1]?.limit).toEqual(money('144000', 'RUB'))
    expect(statusesOn(d)).not.toContain('exceeded')
  }
})

test('limits are whole thousands', () => {
  for (const d of [day('2026-10-30'), day('2026-10-31'), day('2026-11-02')]) {
    for (const { limit } of generateDemo(d).budgets) {
      expect(limit.femtos % money('1000', 'RUB').femtos).toBe(0n)
    }
  }
})
