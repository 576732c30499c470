import { useText } from '#renderer/i18n/use-text.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { type DrawerTab, drawerTabs } from '../url.ts'
import { AdviceTab } from './AdviceTab.tsx'
import { CostTab } from './CostTab.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { RawTab } from './RawTab.tsx'
import { TagsTab } from './TagsTab.tsx'
import { UsageTab } from './UsageTab.tsx'

export type ResourceDetails = CallOutput<'resources.get'>

type Props = {
  data: ResourceDetails
  tab: DrawerTab
  period: DayRange
  isBusy: boolean
  onTab: (tab: DrawerTab) => void
}

export function DrawerTabs({ data, tab, period, isBusy, onTab }: Props) {
  const { t } = useText()
  const { resource } = data
  const counts: Partial<Record<DrawerTab, number>> = {
    tags: resource.tags.length,
    advice: resource.recommendations,
  }
  const { id } = resource
  return (
    <Tabs
      label={t('resources.tabs')}
      value={tab}
      onChange={onTab}
      tabs={drawerTabs.map((each) => ({
        id: each,
        label: t(`resources.tab.${each}`),
        count: counts[each] || undefined,
      }))}
    >
      <div data-stale={isBusy ? '' : undefined}>
        {tab === 'overview' ? <OverviewTab data={data} /> : null}
        {tab === 'cost' ? <CostTab resource={resource} period={period} /> : null}
        {tab === 'usage' ? <UsageTab id={id} period={period} /> : null}
        {tab === 'tags' ? <TagsTab data={data} /> : null}
        {tab === 'history' ? <HistoryTab id={id} /> : null}
        {tab === 'advice' ? <AdviceTab id={id} /> : null}
        {tab === 'raw' ? <RawTab id={id} /> : null}
      </div>
    </Tabs>
  )
}
