import { useEffect, useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { hasFullDay, periodPresets } from '#shared/lib/period.ts'
import { oneOfParam, textParam } from '../url-codecs.ts'
import { useSession } from '../use-session.ts'
import { DEFAULT_PRESET, type PeriodChoice, rangeWords, refusalOf, resolveChoice } from './period-view.ts'

/** What a page that has a period adds to its own codecs. */
export const periodCodecs = {
  period: oneOfParam(periodPresets, DEFAULT_PRESET),
  from: textParam(),
  to: textParam(),
}

type PeriodUrl = { period: PeriodChoice['preset']; from: string; to: string }

/** The period that the address asks for. One that makes no range is put right there too, and the person is told why. */
export function usePeriod({ period: asked, from, to }: PeriodUrl, onChange: (url: PeriodUrl) => void) {
  const { today } = useSession()
  const { t, language } = useText()
  const format = useFormat()
  const refusal = asked === 'custom' ? refusalOf(from, to) : null
  useEffect(() => {
    if (refusal === null) return
    const detail = t('period.refusedInstead', { period: t(`period.${DEFAULT_PRESET}`) })
    showToast({ tone: 'bad', text: t(`period.refused.${refusal}`), detail })
    onChange({ period: DEFAULT_PRESET, from: '', to: '' })
  }, [refusal, onChange, t])
  return useMemo(() => {
    const { preset, ...period } = resolveChoice({ preset: asked, from, to }, today)
    const compared = rangeWords(period.compareFrom, period.compareTo, today, language)
    return {
      preset,
      period,
      words: rangeWords(period.from, period.to, today, language),
      compared,
      against: t('period.against', { range: compared }),
      full: format.dayRange(period.from, period.to),
      /** Said in place of figures while no day of the period is over; null otherwise. */
      noFullDay: hasFullDay(period, today)
        ? null
        : t(
            preset === 'month' || preset === 'quarter'
              ? `period.noFullDay.${preset}`
              : 'period.noFullDay.range',
          ),
    }
  }, [asked, from, to, today, language, t, format])
}

export type PeriodState = ReturnType<typeof usePeriod>
