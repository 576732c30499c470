import { useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { binKind, isOfMonths } from './view.ts'

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A day, a month or a range in words: short on an axis, whole in a table. */
export function useBinWords(): { short: (bin: DayRange) => string; long: (bin: DayRange) => string } {
  const format = useFormat()
  return useMemo(
    () => ({
      short: (bin) =>
        isOfMonths(bin) ? format.monthShort(bin.from) : format.dayShort(bin.from).replace('.', ''),
      long: (bin) => {
        const kind = binKind(bin)
        if (kind === 'month') return capitalised(format.month(bin.from))
        return kind === 'day' ? format.day(bin.from) : format.dayRange(bin.from, bin.to)
      },
    }),
    [format],
  )
}
