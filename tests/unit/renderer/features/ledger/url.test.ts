import { expect, test } from 'vitest'
import { filterOf, isFiltered, nothingChosen } from '#renderer/features/ledger/url.ts'
import { ledgerFilter } from '#shared/contract/ledger.ts'
import { day } from '#shared/lib/day.ts'

const period = { from: day('2026-10-01'), to: day('2026-10-31') }

test('nothing chosen asks for the period alone', () => {
  const filter = filterOf(nothingChosen, period)
  expect(filter).toEqual(period)
  expect(isFiltered(filter)).toBe(false)
})

test('what the address asks for is what the contract takes, however long it is', () => {
  const filter = filterOf(
    {
      ...nothingChosen,
      search: '  vm  ',
      account: 'a',
      provider: 'aws',
      service: 'Очень длинное '.repeat(100),
      resource: 'r',
      category: 'Tax',
      tagKey: 'env',
      tag: 'prod',
      import: 4,
    },
    period,
  )
  expect(ledgerFilter.safeParse(filter).success).toBe(true)
  expect(filter).toMatchObject({
    search: 'vm',
    connectionIds: ['a'],
    providers: ['aws'],
    resourceRefs: ['r'],
    chargeCategories: ['Tax'],
    tag: { key: 'env', values: ['prod'] },
    importId: 4,
  })
  expect(isFiltered(filter)).toBe(true)
})

test('a tag without its value filters nothing yet', () => {
  expect(filterOf({ ...nothingChosen, tagKey: 'env' }, period)).toEqual(period)
})
