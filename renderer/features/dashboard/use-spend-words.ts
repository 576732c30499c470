import { useMemo } from 'react'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { weekdayOf } from '#shared/lib/day.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { providerName } from '#shared/texts/providers.ts'
import type { SpendWords } from './spend-chart.ts'

/** 5 January 1970 was a Monday. */
const mondayBased = (weekday: number): number => Date.UTC(1970, 0, 4 + weekday)

const isDay = ({ from, to }: DayRange): boolean => from === to

/** Everything that the chart, its legend, its table and its exported picture say. */
export function useSpendWords(currency: string): SpendWords & { group(key: string, label: string): string } {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  return useMemo(() => {
    const weekday = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' })
    const words = ({ from, to }: DayRange): string => rangeWords(from, to, today, language)
    return {
      money: (amount: string) => format.money({ amount, currency }),
      axis: (value: number) => format.moneyCompact({ amount: String(value), currency }),
      binShort: ({ from }: DayRange) => format.dayShort(from).replace('.', ''),
      binName: (bin: DayRange) => (isDay(bin) ? format.day(bin.from) : words(bin)),
      binTitle: (bin: DayRange) =>
        isDay(bin)
          ? `${format.day(bin.from)}, ${weekday.format(mondayBased(weekdayOf(bin.from)))}`
          : words(bin),
      total: t('dashboard.spend.total'),
      before: t('dashboard.spend.before'),
      missing: (names: readonly string[]) => t('dashboard.spend.missing', { names: names.join(', ') }),
      group: (key: string, label: string) =>
        key === 'other' ? t('dashboard.spend.other') : label === key ? providerName(label, language) : label,
    }
  }, [currency, t, language, format, today])
}
