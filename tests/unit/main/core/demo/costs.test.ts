import { expect, test } from 'vitest'
import { billedBetween, type DemoCharge } from '#main/core/demo/costs.ts'
import { generateDemo } from '#main/core/demo/generator.ts'
import { anomalyDays, historyDays, priceChangeDay } from '#main/core/demo/timeline.ts'
import { money } from '#main/core/money/money.ts'
import { demoCompany } from '#resources/demo/company.ts'
import { addDays, addMonths, type Day, day, daysOf, weekdayOf } from '#shared/lib/day.ts'

const ANCHOR = day('2026-11-20')
const YESTERDAY = addDays(ANCHOR, -1)
const KOPECK = 10n ** 13n

const chargesAt = (anchor: Day): DemoCharge[] => generateDemo(anchor).accounts.flatMap((a) => a.charges)
const charges = chargesAt(ANCHOR)
const total = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n)

function chargeOf(name: string): DemoCharge {
  const charge = charges.find((c) => c.resource.name === name)
  if (!charge) throw new Error(`${name} is not charged`)
  return charge
}

const median = (amounts: readonly bigint[]): bigint =>
  [...amounts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))[Math.floor(amounts.length / 2)] ?? 0n

test('every connection has costs on every day of thirteen months, up to the day before', () => {
  const wanted = daysOf(addMonths(ANCHOR, -13), YESTERDAY)
  for (const { key } of demoCompany.connections) {
    const mine = charges.filter((c) => c.connection.key === key).flatMap((c) => c.lines)
    expect([...new Set(mine.map((l) => l.day))].sort()).toEqual(wanted)
  }
  expect(historyDays(ANCHOR)).toBe(wanted.length)
})

test('every amount is in whole kopecks, above zero, and no price grows on its way from the list to the bill', () => {
  for (const line of charges.flatMap((c) => c.lines)) {
    const { billed, effective, contracted, list, quantity } = line
    expect([billed, effective, contracted, list].every((a) => a > 0n && a % KOPECK === 0n)).toBe(true)
    expect(list >= contracted && contracted >= effective && quantity > 0n).toBe(true)
  }
  const vps = chargeOf('vps-app-01').lines.at(-1)
  expect(vps?.billed).toBe(money('490', 'RUB').femtos)
  expect(vps?.list).toBe(money('532.61', 'RUB').femtos)
})

test.each(['2026-11-20', '2027-01-01', '2027-05-03', '2028-02-29', '2028-12-31', '2029-08-12'])(
  'the thirty days before %s cost 417 000 roubles within two per cent',
  (text) => {
    const anchor = day(text)
    const spent = total(billedBetween(chargesAt(anchor), addDays(anchor, -30), addDays(anchor, -1)))
    const aim = money('417000', 'RUB').femtos
    expect((spent - aim) * 50n).toBeLessThanOrEqual(aim)
    expect((aim - spent) * 50n).toBeLessThanOrEqual(aim)
  },
)

test('the company pays a quarter more than a year ago', () => {
  const now = total(billedBetween(charges, addDays(ANCHOR, -30), YESTERDAY))
  const then = total(billedBetween(charges, addDays(ANCHOR, -390), addDays(ANCHOR, -361)))
  expect(now * 4n).toBeGreaterThan(then * 5n)
})

test('development rests at week-ends, while servers by the day cost the same on every day', () => {
  const lines = chargeOf('web-frontend-01').lines.slice(-28)
  const mean = (rows: typeof lines) => total(rows.map((l) => l.billed)) / BigInt(rows.length)
  const [rest, work] = [
    mean(lines.filter((l) => weekdayOf(l.day) > 5)),
    mean(lines.filter((l) => weekdayOf(l.day) <= 5)),
  ]
  expect(rest * 2n).toBeLessThan(work)
  expect(new Set(chargeOf('vps-db-01').lines.map((l) => l.billed)).size).toBe(1)
})

test.each(demoCompany.anomalies)('the anomaly "$code" stands out on its days and on no other', (anomaly) => {
  const days = anomalyDays(anomaly, ANCHOR)
  const { lines } = chargeOf(anomaly.resource)
  const near = lines.filter((l) => l.day >= addDays(days[0] ?? ANCHOR, -28) && l.day <= addDays(ANCHOR, -1))
  const usual = median(near.slice(0, 28).map((l) => l.billed))
  const outstanding = near.filter((l) => l.billed > usual * 3n).map((l) => l.day)
  expect(outstanding).toEqual(days)
})

test('the provider raises the price of disks by nine per cent on one day, for every disk of its', () => {
  const change = priceChangeDay(demoCompany, ANCHOR)
  expect(change).toBe('2026-08-01')
  for (const name of ['postgres-data-volume', 'pg-backup-volume']) {
    const { lines } = chargeOf(name)
    const at = (d: Day) => lines.find((l) => l.day === d)?.billed ?? 0n
    const growth = Number((at(change) * 10_000n) / at(addDays(change, -1)))
    expect(growth).toBeGreaterThan(10_890)
    expect(growth).toBeLessThan(10_910)
    expect(at(addDays(change, -40))).toBe(at(addDays(change, -1)))
    expect(at(YESTERDAY)).toBe(at(change))
  }
  expect(new Set(chargeOf('extra-volumes').lines.map((l) => l.billed)).size).toBe(1)
})

test('the domain is paid once, for a year, on the day of its last renewal', () => {
  const { lines, product } = chargeOf('infrazen-demo.ru')
  expect(product.frequency).toBe('One-Time')
  expect(lines.map((l) => [l.day, l.billed])).toEqual([['2025-12-11', money('1168', 'RUB').femtos]])
})

test('against the thirty days before, one resource clearly rises and one clearly falls', () => {
  const change = (name: string) => {
    const now = total(billedBetween([chargeOf(name)], addDays(ANCHOR, -30), YESTERDAY))
    return now - total(billedBetween([chargeOf(name)], addDays(ANCHOR, -60), addDays(ANCHOR, -31)))
  }
  const ranked = charges.map((c) => [c.resource.name, change(c.resource.name)] as const)
  ranked.sort((a, b) => (a[1] > b[1] ? -1 : 1))
  expect(ranked[0]?.[0]).toBe('analytics-etl-01')
  expect(ranked[0]?.[1]).toBeGreaterThan(money('5000', 'RUB').femtos)
  expect(ranked.at(-1)?.[0]).toBe('misc-egress-and-ips')
  expect(ranked.at(-1)?.[1]).toBeLessThan(money('-3000', 'RUB').femtos)
})

test('resources are charged from the day they appeared and until the day they went', () => {
  expect(chargeOf('vps-mq-01').lines[0]?.day).toBe(addDays(ANCHOR, -97))
  expect(chargeOf('legacy-reports-01').lines.at(-1)?.day).toBe(addDays(ANCHOR, -74))
})

test('finished months have an invoice, the month under way has none yet', () => {
  const { lines } = chargeOf('vps-app-02')
  expect(lines.at(-1)?.invoice).toBeNull()
  expect(lines.find((l) => l.day === '2026-10-31')?.invoice).toBe('moroshka-prod-2026-10')
})
