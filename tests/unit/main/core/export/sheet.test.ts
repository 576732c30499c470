import { expect, test } from 'vitest'
import { text } from '#main/core/export/csv.ts'
import { amountCells, amountColumns, amountFormat, createTotals } from '#main/core/export/sheet.ts'

const rub = (amount: string) => ({ amount, currency: 'RUB' as const })
const usd = (amount: string) => ({ amount, currency: 'USD' as const })

test('a figure has a column a currency, so that no sum is of two', () => {
  expect(amountColumns('В день', ['RUB', 'USD']).map(({ title }) => title)).toEqual([
    'В день, RUB',
    'В день, USD',
  ])
  expect(amountColumns('В день', [])).toEqual([])
  expect(amountCells([usd('2'), rub('1')], ['RUB', 'USD'])).toEqual([rub('1'), usd('2')])
  expect(amountCells([usd('2')], ['RUB', 'USD'])).toEqual([null, usd('2')])
  expect(amountCells([null], ['RUB'])).toEqual([null])
})

test('sums are exact to the last place and stand under their own columns', () => {
  const columns = [
    { title: 'Ресурс', kind: 'text', width: 10 } as const,
    ...amountColumns('В день', ['RUB', 'USD']),
    { title: 'vCPU', kind: 'number', width: 5 } as const,
  ]
  const totals = createTotals({ columns, totalLabel: 'Итого' })
  totals.add([text('a'), rub('0.1'), null, { number: 4 }])
  totals.add([text('b'), rub('0.2'), usd('-7.000000000000001'), { number: 8 }])
  totals.add([text('c'), rub('900719925474099.3'), null, null])
  expect(totals.row()).toEqual([text('Итого'), rub('900719925474099.6'), usd('-7.000000000000001'), null])
})

test('an empty table adds up to nothing', () => {
  const totals = createTotals({ columns: amountColumns('В день', ['RUB', 'USD']), totalLabel: 'Итого' })
  expect(totals.row()).toEqual([text('Итого'), usd('0')])
})

test('negative amounts are red, in as many places as the currency has', () => {
  expect(amountFormat('RUB')).toBe('#,##0.00;[Red]-#,##0.00')
  expect(amountFormat('JPY')).toBe('#,##0;[Red]-#,##0')
})
