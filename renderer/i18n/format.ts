import type { Day } from '#shared/lib/day.ts'
import {
  formatMoney,
  formatMoneyCompact,
  formatMoneyWhole,
  formatNumber,
  formatPercent,
  type MoneyText,
} from '#shared/lib/format-money.ts'
import {
  formatAge,
  formatDay,
  formatDayRange,
  formatDayShort,
  formatInstant,
  formatMonth,
  formatMonthShort,
} from '#shared/lib/format-time.ts'
import type { Language } from './language.ts'

type Sign = { sign?: boolean }

const BYTE_UNITS = {
  ru: ['Б', 'КБ', 'МБ', 'ГБ', 'ТБ'],
  en: ['B', 'KB', 'MB', 'GB', 'TB'],
} as const

function formatBytes(bytes: number, language: Language): string {
  const step = bytes < 1024 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** step
  return `${formatNumber(value, language, value < 10 && step > 0 ? 1 : 0)}\u00A0${BYTE_UNITS[language][step]}`
}

export const createFormat = (language: Language, timeZone: string) => ({
  money: (value: MoneyText, options?: Sign) => formatMoney(value, language, options),
  moneyWhole: (value: MoneyText, options?: Sign) => formatMoneyWhole(value, language, options),
  moneyCompact: (value: MoneyText, options?: Sign) => formatMoneyCompact(value, language, options),
  percent: (ratio: number | string, options?: Sign & { digits?: number }) =>
    formatPercent(ratio, language, options),
  number: (value: number | string, digits?: number) => formatNumber(value, language, digits),
  bytes: (value: number) => formatBytes(value, language),
  day: (value: Day) => formatDay(value, language),
  dayShort: (value: Day) => formatDayShort(value, language),
  dayRange: (from: Day, to: Day) => formatDayRange(from, to, language),
  month: (value: Day) => formatMonth(value, language),
  monthShort: (value: Day) => formatMonthShort(value, language),
  instant: (ms: number) => formatInstant(ms, language, timeZone),
  age: (ms: number, nowMs: number = Date.now()) => formatAge(ms, nowMs, language),
})

export type Format = ReturnType<typeof createFormat>
