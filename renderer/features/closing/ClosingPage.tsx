import { Page } from '#renderer/app/Page.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { addMonths, firstOfMonth } from '#shared/lib/day.ts'
import { DocumentsTab } from './documents/DocumentsTab.tsx'
import { MonthChooser } from './MonthChooser.tsx'
import { OneCTab } from './one-c/OneCTab.tsx'
import { ReconciliationTab } from './reconciliation/ReconciliationTab.tsx'
import { CloseTab } from './steps/CloseTab.tsx'
import { closingCodecs, closingTabs, type TabProps } from './url.ts'

/** From complete data to acts that agree and reports that are sent. */
export function ClosingPage() {
  const { t } = useText()
  const { role, today } = useSession()
  const [url, setUrl] = useUrlState(closingCodecs)
  const last = addMonths(firstOfMonth(today), -1).slice(0, 7)
  const month = url.month ?? last
  const setMonth = (next: string): void => setUrl({ month: next === last ? null : next, account: null })
  const shared: TabProps = {
    month,
    onChange: setUrl,
    mayWrite: isGranted(role, 'data.write'),
    maySet: isGranted(role, 'settings.write'),
  }
  return (
    <Page
      title={t('closing.title')}
      subtitle={t('closing.subtitle')}
      actions={<MonthChooser month={month} onChange={setMonth} />}
    >
      <Tabs
        isPage
        label={t('closing.tabs')}
        tabs={closingTabs.map((id) => ({ id, label: t(`closing.tab.${id}`) }))}
        value={url.tab}
        onChange={(tab) => setUrl({ tab, account: null })}
      >
        {url.tab === 'close' ? <CloseTab {...shared} /> : null}
        {url.tab === 'reconciliation' ? <ReconciliationTab {...shared} account={url.account} /> : null}
        {url.tab === 'documents' ? <DocumentsTab month={month} onMonth={setMonth} /> : null}
        {url.tab === 'oneC' ? <OneCTab {...shared} /> : null}
      </Tabs>
    </Page>
  )
}
