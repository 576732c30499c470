import { useMemo } from 'react'
import { providerName } from '#renderer/i18n/provider-name.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Day, weekdayOf } from '#shared/lib/day.ts'
import type { SpendWords } from './spend-chart.ts'

/** 5 January 1970 was a Monday. */
const mondayBased = (weekday: number): number => Date.UTC(1970, 0, 4 + weekday)

/** Everything that the chart, its legend, its table and its exported picture say. */
export function useSpendWords(currency: string): SpendWords & { group(key: string, label: string): string } {
  const { t, language } = useText()
  const format = useFormat()
  return useMemo(() => {
    const weekday = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' })
    return {
      money: (amount: string) => format.money({ amount, currency }),
      axis: (value: number) => format.moneyCompact({ amount: String(value), currency }),
      dayShort: (day: Day) => format.dayShort(day).replace('.', ''),
      dayTitle: (day: Day) => `${format.day(day)}, ${weekday.format(mondayBased(weekdayOf(day)))}`,
      total: t('dashboard.spend.total'),
      before: t('dashboard.spend.before'),
      group: (key: string, label: string) =>
        key === 'other' ? t('dashboard.spend.other') : label === key ? providerName(label, language) : label,
    }
  }, [currency, t, language, format])
}
