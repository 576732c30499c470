import { useCallback } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { ViewPeriod } from '#shared/contract/costs.ts'

/** The days of a report by their name: `Прошлый месяц`, `1–31 октября 2026 г.` */
export function usePeriodWords(): (period: ViewPeriod) => string {
  const { t } = useText()
  const format = useFormat()
  return useCallback(
    (period) =>
      'preset' in period ? t(`costs.period.${period.preset}`) : format.dayRange(period.from, period.to),
    [t, format],
  )
}
