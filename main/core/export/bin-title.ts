import type { Granularity } from '#shared/contract/costs.ts'
import type { BinView } from '#shared/contract/explorer.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { formatDay, formatMonth } from '#shared/lib/format-time.ts'
import { tableTexts } from './table-texts.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** The head of a column of days, as an accountant writes it. */
export function binTitle({ from, to, hour }: BinView, step: Granularity, locale: Locale): string {
  const day = formatDay(from, locale)
  switch (step) {
    case 'hour':
      return hour === null ? day : `${day} ${String(hour).padStart(2, '0')}:00`
    case 'day':
      return day
    case 'month':
      return formatMonth(from, locale)
    case 'quarter': {
      const number = Math.ceil(Number(from.slice(5, 7)) / 3)
      const quarter = locale === 'ru' ? (ROMAN[number - 1] ?? '') : String(number)
      return tableTexts[locale].quarter.replace('{quarter}', quarter).replace('{year}', from.slice(0, 4))
    }
    case 'year':
      return from.slice(0, 4)
    case 'week':
    case 'total':
      return from === to ? day : `${day}–${formatDay(to, locale)}`
  }
}

/** For programs: the first day, and the hour. */
export const binKey = ({ from, hour }: BinView): string =>
  hour === null ? from : `${from}T${String(hour).padStart(2, '0')}`
