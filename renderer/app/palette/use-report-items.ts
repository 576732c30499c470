import { FileChartColumn, LayoutTemplate, type LucideIcon } from 'lucide-react'
import { useLocation } from 'wouter'
import { translate } from '#renderer/i18n/translate.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { reportTemplates } from '#shared/contract/report-spec.ts'

type ReportItem = {
  id: string
  group: 'reports'
  label: string
  names: readonly string[]
  icon: LucideIcon
  keys: readonly string[]
  run: () => void
}

/** The organisation's reports, and templates to begin one with, from wherever one is. */
export function useReportItems(): readonly ReportItem[] {
  const { t } = useText()
  const [, navigate] = useLocation()
  const { data } = useCall('reports.list', {})
  const item = (
    id: string,
    label: string,
    names: readonly string[],
    icon: LucideIcon,
    path: string,
  ): ReportItem => ({
    ...{ id, group: 'reports', label, names, icon, keys: [] },
    run: () => navigate(path),
  })
  return [
    ...(data?.items ?? []).map(({ id, name }) =>
      item(`report ${id}`, name, [name], FileChartColumn, `/reports?report=${encodeURIComponent(id)}`),
    ),
    ...reportTemplates.map((key) => {
      const word = `reports.template.${key}` as const
      return item(
        `template ${key}`,
        t('palette.template', { name: t(word) }),
        [translate('ru', word), translate('en', word)],
        LayoutTemplate,
        `/reports?report=new&template=${key}`,
      )
    }),
  ]
}
