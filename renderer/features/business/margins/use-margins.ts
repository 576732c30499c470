import { useSession } from '#renderer/app/use-session.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { resolveViewPeriod } from '#shared/lib/view-period.ts'
import type { BusinessUrl } from '../url.ts'

/** The question of the page about a tag's parts. */
export function useMarginQuestion(url: BusinessUrl, tagId: string, revenueId: string | null) {
  const { today } = useSession()
  const { metric, vat, currency } = url
  const range = resolveViewPeriod(url.period, today)
  return { tagId, ...range, metric, vat, revenueId, ...(currency ? { currency } : {}) }
}

export const useMargins = (question: ReturnType<typeof useMarginQuestion>) =>
  useCall('business.listMargins', question)
