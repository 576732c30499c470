import { useMemo } from 'react'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { Granularity } from '#shared/contract/costs.ts'
import type { BinView } from '#shared/contract/explorer.ts'
import type { Day } from '#shared/lib/day.ts'
import type { Locale } from '#shared/lib/format-money.ts'

type Bin = Pick<BinView, 'from' | 'to' | 'hour'>

export type BinWords = {
  /** On the axis and over a column. */
  short: (bin: Bin) => string
  /** In a tooltip and in a sentence; says when a bin is cut by the period. */
  title: (bin: Bin & { isWhole?: boolean }) => string
}

const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

function nameOf(
  { from, to, hour }: Bin,
  granularity: Granularity,
  isShort: boolean,
  format: Format,
  today: Day,
  language: Locale,
  t: Translate,
): string {
  switch (granularity) {
    case 'hour': {
      const day = isShort ? format.dayShort(from).replace('.', '') : format.day(from)
      return hour === null ? day : `${day} ${hourText(hour)}`
    }
    case 'day':
      return isShort ? format.dayShort(from).replace('.', '') : format.day(from)
    case 'week':
      return isShort ? format.dayShort(from).replace('.', '') : rangeWords(from, to, today, language)
    case 'month':
      return isShort ? `${format.monthShort(from).replace('.', '')} ${from.slice(0, 4)}` : format.month(from)
    case 'quarter':
      return t('explorer.quarter', {
        number: ['I', 'II', 'III', 'IV'][Math.floor((Number(from.slice(5, 7)) - 1) / 3)] ?? '',
        year: from.slice(0, 4),
      })
    case 'year':
      return from.slice(0, 4)
    case 'total':
      return rangeWords(from, to, today, language)
  }
}

/** How the bins of a view are called. */
export function useBinWords(granularity: Granularity): BinWords {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  return useMemo(
    () => ({
      short: (bin) => nameOf(bin, granularity, true, format, today, language, t),
      title: (bin) => {
        const name = nameOf(bin, granularity, false, format, today, language, t)
        const isCut =
          bin.isWhole === false && granularity !== 'hour' && granularity !== 'day' && granularity !== 'total'
        return isCut
          ? t('explorer.cutBin', { name, range: rangeWords(bin.from, bin.to, today, language) })
          : name
      },
    }),
    [granularity, format, today, language, t],
  )
}
