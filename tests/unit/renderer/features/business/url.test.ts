import { expect, test } from 'vitest'
import { readUrl, writeUrl } from '#renderer/app/url-codecs.ts'
import { businessCodecs } from '#renderer/features/business/url.ts'
import { day } from '#shared/lib/day.ts'

test('a plain page has a plain address, and what makes no sense is as in one', () => {
  expect(writeUrl(businessCodecs, '', readUrl(businessCodecs, ''))).toBe('')
  const odd = '?tab=x&period=2026-02-01..2026-01-01&metric=quantity&currency=XXX&where=nothing'
  expect(readUrl(businessCodecs, odd)).toEqual(readUrl(businessCodecs, ''))
})

test('days, costs and filters come back from an address', () => {
  const state = {
    tab: 'clients' as const,
    period: { from: day('2026-01-01'), to: day('2026-03-31') },
    currency: 'USD' as const,
    part: 'ООО «Ромашка»',
    where: [
      [{ dimension: 'service' as const, op: 'is' as const, values: ['Диски', 'Сеть'] }],
      [{ dimension: 'tag:team' as const, op: 'empty' as const, values: [] }],
    ],
  }
  expect(readUrl(businessCodecs, writeUrl(businessCodecs, '', state))).toMatchObject(state)
})
