import { Page } from '#renderer/app/Page.tsx'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { CoverageTab } from './coverage/CoverageTab.tsx'
import { DifferencesTab } from './differences/DifferencesTab.tsx'
import { ImportsTab } from './imports/ImportsTab.tsx'
import { MappingsTab } from './mappings/MappingsTab.tsx'
import { MonthsTab } from './months/MonthsTab.tsx'
import { QuarantineTab } from './quarantine/QuarantineTab.tsx'
import { RatesTab } from './rates/RatesTab.tsx'
import { type DataTab, dataCodecs, dataTabs } from './url.ts'
import { openStatuses } from './view.ts'

/** Everything that comes in from files, and what it leaves open. */
export function DataPage() {
  const { t } = useText()
  const [url, setUrl] = useUrlState(dataCodecs)
  const waiting = useCall('imports.list', { statuses: [...openStatuses], limit: 1 })
  const rejected = useCall('imports.listRejected', { limit: 1 })
  const counts: Partial<Record<DataTab, number | undefined>> = {
    imports: waiting.data?.total || undefined,
    quarantine: rejected.data?.total || undefined,
  }
  return (
    <Page title={t('data.title')} subtitle={t('data.subtitle')}>
      <Tabs
        isPage
        label={t('data.tabs')}
        tabs={dataTabs.map((id) => ({ id, label: t(`data.tab.${id}`), count: counts[id] }))}
        value={url.tab}
        onChange={(tab) => setUrl({ tab, open: 0, import: 0, page: 1, since: '', account: '', span: '' })}
      >
        {url.tab === 'imports' ? <ImportsTab url={url} onChange={setUrl} /> : null}
        {url.tab === 'coverage' ? <CoverageTab url={url} onChange={setUrl} /> : null}
        {url.tab === 'quarantine' ? <QuarantineTab url={url} onChange={setUrl} /> : null}
        {url.tab === 'differences' ? <DifferencesTab url={url} onChange={setUrl} /> : null}
        {url.tab === 'rates' ? <RatesTab /> : null}
        {url.tab === 'months' ? <MonthsTab /> : null}
        {url.tab === 'mappings' ? <MappingsTab /> : null}
      </Tabs>
    </Page>
  )
}
