import { Page } from '#renderer/app/Page.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { ClientsTab } from './margins/ClientsTab.tsx'
import { ProductsTab } from './margins/ProductsTab.tsx'
import { SeriesTab } from './series/SeriesTab.tsx'
import { UnitsTab } from './units/UnitsTab.tsx'
import { businessCodecs, businessTabs } from './url.ts'

/** What the costs are for: what one customer or order costs, what products and clients bring. */
export function BusinessPage() {
  const { t } = useText()
  const { role } = useSession()
  const [url, setUrl] = useUrlState(businessCodecs)
  const mayWrite = isGranted(role, 'data.write')
  const shared = { url, onChange: setUrl, mayWrite }
  return (
    <Page title={t('business.title')} subtitle={mayWrite ? t('business.subtitle') : t('business.readOnly')}>
      <Tabs
        isPage
        label={t('business.tabs')}
        tabs={businessTabs.map((id) => ({ id, label: t(`business.tab.${id}`) }))}
        value={url.tab}
        onChange={(tab) => setUrl({ tab, tag: null, revenue: null })}
      >
        {url.tab === 'units' ? <UnitsTab {...shared} /> : null}
        {url.tab === 'series' ? <SeriesTab {...shared} /> : null}
        {url.tab === 'products' ? <ProductsTab {...shared} /> : null}
        {url.tab === 'clients' ? <ClientsTab {...shared} /> : null}
      </Tabs>
    </Page>
  )
}
