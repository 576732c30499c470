import { useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { periodPresets } from '#shared/lib/period.ts'
import { oneOfParam, textParam } from '../url-codecs.ts'
import { useSession } from '../use-session.ts'
import { DEFAULT_PRESET, type PeriodChoice, rangeWords, resolveChoice } from './period-view.ts'

/** What a page that has a period adds to its own codecs. */
export const periodCodecs = {
  period: oneOfParam(periodPresets, DEFAULT_PRESET),
  from: textParam(),
  to: textParam(),
}

export function usePeriod(url: { period: PeriodChoice['preset']; from: string; to: string }) {
  const { today } = useSession()
  const { t, language } = useText()
  const format = useFormat()
  return useMemo(() => {
    const { preset, ...period } = resolveChoice({ preset: url.period, from: url.from, to: url.to }, today)
    const compared = rangeWords(period.compareFrom, period.compareTo, today, language)
    return {
      preset,
      period,
      words: rangeWords(period.from, period.to, today, language),
      compared,
      against: t('period.against', { range: compared }),
      full: format.dayRange(period.from, period.to),
    }
  }, [url.period, url.from, url.to, today, language, t, format])
}

export type PeriodState = ReturnType<typeof usePeriod>
