import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'

/** What there is to show: days that are compared may have costs where these have none. */
export const sectionIn = ({ sections }: Answer): Section | undefined =>
  sections.find(({ total }) => total.lines > 0)

/** Why a tile shows no change; null where it shows one. */
export function whyNoChange(
  { problems, bins, compared }: Answer,
  { total }: Pick<Section, 'total'>,
  noFullDay: string | null,
  t: Translate,
): string | null {
  if (total.changeRatio !== null || compared === null) return null
  if (noFullDay !== null) return noFullDay
  if (problems.some(({ code }) => code === 'data.begins')) return t('dashboard.kpi.beforeIncomplete')
  if (total.before !== null && parseDecimal(total.before) === 0n) return t('dashboard.kpi.noneBefore')
  const isWhole = bins.every((bin) => bin.isWhole)
  return t(isWhole ? 'dashboard.kpi.noneBefore' : 'dashboard.kpi.incomplete')
}
