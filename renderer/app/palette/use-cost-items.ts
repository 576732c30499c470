import { Bookmark, ChartColumnStacked, type LucideIcon } from 'lucide-react'
import { useLocation } from 'wouter'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { viewName } from '#renderer/app/costs/view-name.ts'
import { linkOfView, plainView } from '#renderer/app/costs/view-query.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { viewSpec } from '#shared/contract/costs.ts'

type CostItem = {
  id: string
  group: 'costs'
  label: string
  names: readonly string[]
  icon: LucideIcon
  keys: readonly string[]
  run: () => void
}

/** Saved views, and costs by each thing that they can be cut by, from wherever one is. */
export function useCostItems(): readonly CostItem[] {
  const { t } = useText()
  const [, navigate] = useLocation()
  const { options } = useDimensions()
  const views = useCall('views.list', {})
  const item = (id: string, label: string, icon: LucideIcon, path: string): CostItem => ({
    id,
    group: 'costs',
    label,
    names: [label],
    icon,
    keys: [],
    run: () => navigate(path),
  })
  return [
    ...(views.data?.items ?? []).map((view) => {
      const link = linkOfView(viewSpec.parse(view.spec))
      const path = `${link}${link.includes('?') ? '&' : '?'}view=${encodeURIComponent(view.id)}`
      return item(`view ${view.id}`, viewName(view, t), Bookmark, path)
    }),
    ...options.map(({ value, label }) =>
      item(
        `by ${value}`,
        t('palette.costsBy', { name: label }),
        ChartColumnStacked,
        linkOfView({ ...plainView, groupBy: [value] }),
      ),
    ),
  ]
}
