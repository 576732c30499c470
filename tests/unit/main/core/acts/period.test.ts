import { expect, it } from 'vitest'
import { monthOf } from '#main/core/acts/period.ts'
import { day } from '#shared/lib/day.ts'

const of = (words: string[], on = '2026-10-31', period: [string, string] | null = null) =>
  monthOf({ words, day: day(on), period: period && { from: day(period[0]), to: day(period[1]) } })

it.each([
  ['Услуги за октябрь 2026 г.', '2026-10'],
  ['Услуги связи, май 2026', '2026-05'],
  ['в марте 2026', '2026-03'],
  ['за период с 01.09.2026 по 30.09.2026', '2026-09'],
  ['01.09.2026-30.09.2026', '2026-09'],
  ['за 08.2026', '2026-08'],
])('«%s» tells the month', (text, month) => {
  expect(of([text])).toEqual({ month, isGuessed: false })
})

it.each([
  'Договор № 10/2025 от 12.03.2024',
  'по договору от «5» марта 2024 г.',
  'с 01.01.2024 по 31.12.2026',
  'Майнинг 2024',
])('«%s» tells no month', (text) => {
  expect(of([text])).toEqual({ month: '2026-10', isGuessed: false })
})

it('the days of the service tell it where no words do', () => {
  expect(of([], '2026-11-03', ['2026-10-01', '2026-10-31'])).toEqual({ month: '2026-10', isGuessed: false })
})

it('a document of the first days is taken for the month before, as a guess', () => {
  expect(of([], '2026-11-10')).toEqual({ month: '2026-10', isGuessed: true })
  expect(of([], '2026-11-11')).toEqual({ month: '2026-11', isGuessed: false })
})

it('of several months it is the last, as a guess', () => {
  expect(of(['за сентябрь 2026', 'за октябрь 2026'])).toEqual({ month: '2026-10', isGuessed: true })
})
