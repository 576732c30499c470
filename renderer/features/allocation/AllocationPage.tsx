import { Page } from '#renderer/app/Page.tsx'
import { PeriodControl } from '#renderer/app/period/PeriodControl.tsx'
import { usePeriod } from '#renderer/app/period/use-period.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { HierarchiesTab } from './hierarchies/HierarchiesTab.tsx'
import { PoliciesTab } from './policies/PoliciesTab.tsx'
import { RulesTab } from './rules/RulesTab.tsx'
import { ShowbackTab } from './showback/ShowbackTab.tsx'
import { SuggestionsTab } from './suggestions/SuggestionsTab.tsx'
import { allocationCodecs, allocationTabs } from './url.ts'

/** Whose the costs are: rules, what the program suggests, who pays for what, the tree of the organisation, tags. */
export function AllocationPage() {
  const { t } = useText()
  const { today, role } = useSession()
  const [url, setUrl] = useUrlState(allocationCodecs)
  const state = usePeriod(url, setUrl)
  const mayWrite = isGranted(role, 'data.write')
  const shared = { url, onChange: setUrl, state, mayWrite }
  return (
    <Page
      title={t('allocation.title')}
      subtitle={mayWrite ? t('allocation.subtitle') : t('allocation.readOnly')}
      actions={
        url.tab === 'hierarchies' ? null : <PeriodControl state={state} today={today} onChange={setUrl} />
      }
    >
      <Tabs
        isPage
        label={t('allocation.tabs')}
        tabs={allocationTabs.map((id) => ({ id, label: t(`allocation.tab.${id}`) }))}
        value={url.tab}
        onChange={(tab) => setUrl({ tab, page: 1 })}
      >
        {url.tab === 'rules' ? <RulesTab {...shared} /> : null}
        {url.tab === 'suggestions' ? <SuggestionsTab {...shared} /> : null}
        {url.tab === 'showback' ? <ShowbackTab {...shared} /> : null}
        {url.tab === 'hierarchies' ? <HierarchiesTab {...shared} /> : null}
        {url.tab === 'tags' ? <PoliciesTab {...shared} /> : null}
      </Tabs>
    </Page>
  )
}
