import { Compass } from 'lucide-react'
import { Suspense } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { Page } from '../Page.tsx'
import { lazyPage, PagesAhead } from './lazy-page.ts'
import { PageSkeleton } from './PageSkeleton.tsx'

const DashboardPage = lazyPage(
  'DashboardPage',
  () => import('#renderer/features/dashboard/DashboardPage.tsx'),
)
const ExplorerPage = lazyPage('ExplorerPage', () => import('#renderer/features/explorer/ExplorerPage.tsx'))
const AllocationPage = lazyPage(
  'AllocationPage',
  () => import('#renderer/features/allocation/AllocationPage.tsx'),
)
const BusinessPage = lazyPage('BusinessPage', () => import('#renderer/features/business/BusinessPage.tsx'))
const ResourcesPage = lazyPage(
  'ResourcesPage',
  () => import('#renderer/features/resources/ResourcesPage.tsx'),
)
const ConnectionsPage = lazyPage(
  'ConnectionsPage',
  () => import('#renderer/features/connections/ConnectionsPage.tsx'),
)
const ChangesPage = lazyPage('ChangesPage', () => import('#renderer/features/changes/ChangesPage.tsx'))
const LedgerPage = lazyPage('LedgerPage', () => import('#renderer/features/ledger/LedgerPage.tsx'))
const DataPage = lazyPage('DataPage', () => import('#renderer/features/data/DataPage.tsx'))
const UnrecognisedPage = lazyPage(
  'UnrecognisedPage',
  () => import('#renderer/features/unrecognised/UnrecognisedPage.tsx'),
)
const RecommendationsPage = lazyPage(
  'RecommendationsPage',
  () => import('#renderer/features/recommendations/RecommendationsPage.tsx'),
)
const BudgetsPage = lazyPage('BudgetsPage', () => import('#renderer/features/budgets/BudgetsPage.tsx'))
const ReportsPage = lazyPage('ReportsPage', () => import('#renderer/features/reports/ReportsPage.tsx'))
const ClosingPage = lazyPage('ClosingPage', () => import('#renderer/features/closing/ClosingPage.tsx'))
const SettingsPage = lazyPage('SettingsPage', () => import('#renderer/features/settings/SettingsPage.tsx'))
const AboutPage = lazyPage('AboutPage', () => import('#renderer/features/about/AboutPage.tsx'))

export function Routes() {
  const [path] = useLocation()
  return (
    <>
      <PagesAhead />
      <ErrorBoundary key={path}>
        <Suspense fallback={<PageSkeleton />}>
          <Switch>
            <Route path="/" component={DashboardPage} />
            <Route path="/costs" component={ExplorerPage} />
            <Route path="/allocation" component={AllocationPage} />
            <Route path="/business" component={BusinessPage} />
            <Route path="/resources" component={ResourcesPage} />
            <Route path="/connections" component={ConnectionsPage} />
            <Route path="/changes" component={ChangesPage} />
            <Route path="/ledger" component={LedgerPage} />
            <Route path="/data" component={DataPage} />
            <Route path="/unrecognised" component={UnrecognisedPage} />
            <Route path="/recommendations" component={RecommendationsPage} />
            <Route path="/budgets" component={BudgetsPage} />
            <Route path="/reports" component={ReportsPage} />
            <Route path="/closing" component={ClosingPage} />
            <Route path="/settings" component={SettingsPage} />
            <Route path="/about" component={AboutPage} />
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </>
  )
}

function NotFound() {
  const { t } = useText()
  return (
    <Page title={t('shell.notFoundTitle')}>
      <EmptyState
        icon={Compass}
        title={t('shell.notFoundText')}
        action={<Link href="/">{t('shell.toDashboard')}</Link>}
      />
    </Page>
  )
}
