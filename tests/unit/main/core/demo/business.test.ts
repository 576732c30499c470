import { expect, test } from 'vitest'
import { gapsOf } from '#main/core/business/series.ts'
import { valuesOf } from '#main/core/demo/business.ts'
import { demoSeries } from '#resources/demo/business.ts'
import { day } from '#shared/lib/day.ts'

const [orders, buyers, revenue] = demoSeries
if (!orders || !buyers || !revenue) throw new Error('the shop counts orders, buyers and roubles')
const points = (series: typeof orders, on: string) =>
  valuesOf(series, day(on)).map(({ day: at, value }) => ({ day: at, part: null, femtos: BigInt(value) }))

test('orders are told of every day up to yesterday, but for three that were lost', () => {
  const told = points(orders, '2026-11-20')
  expect(told.at(-1)?.day).toBe('2026-11-19')
  expect(told.length).toBeGreaterThan(380)
  expect(told.every(({ femtos }) => femtos > 1000n)).toBe(true)
  expect(gapsOf('day', told)).toEqual([{ part: null, from: '2026-07-10', to: '2026-07-12' }])
})

test('buyers are told of whole months', () => {
  const told = points(buyers, '2026-11-20')
  expect(told.map(({ day: at }) => at.slice(0, 7)).slice(-2)).toEqual(['2026-09', '2026-10'])
  expect(gapsOf('month', told)).toEqual([])
})

test('revenue is told of the products, in roubles', () => {
  const told = valuesOf(revenue, day('2026-11-20'))
  expect(new Set(told.map(({ part }) => part))).toEqual(new Set(['Магазин', 'Лояльность']))
  expect(revenue).toMatchObject({ role: 'revenue', currency: 'RUB', tag: 'product' })
})

test('a day has the same count whenever it is asked about', () => {
  const before = new Map(points(orders, '2026-11-20').map(({ day: at, femtos }) => [at, femtos]))
  for (const { day: at, femtos } of points(orders, '2026-11-27'))
    if (before.has(at)) expect(femtos).toBe(before.get(at))
})
