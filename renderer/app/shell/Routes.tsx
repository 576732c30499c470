import { Compass } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { Page } from '../Page.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'

const DashboardPage = lazy(async () => ({
  default: (await import('#renderer/features/dashboard/DashboardPage.tsx')).DashboardPage,
}))
const ExplorerPage = lazy(async () => ({
  default: (await import('#renderer/features/explorer/ExplorerPage.tsx')).ExplorerPage,
}))
const AllocationPage = lazy(async () => ({
  default: (await import('#renderer/features/allocation/AllocationPage.tsx')).AllocationPage,
}))
const BusinessPage = lazy(async () => ({
  default: (await import('#renderer/features/business/BusinessPage.tsx')).BusinessPage,
}))
const ResourcesPage = lazy(async () => ({
  default: (await import('#renderer/features/resources/ResourcesPage.tsx')).ResourcesPage,
}))
const ConnectionsPage = lazy(async () => ({
  default: (await import('#renderer/features/connections/ConnectionsPage.tsx')).ConnectionsPage,
}))
const ChangesPage = lazy(async () => ({
  default: (await import('#renderer/features/changes/ChangesPage.tsx')).ChangesPage,
}))
const LedgerPage = lazy(async () => ({
  default: (await import('#renderer/features/ledger/LedgerPage.tsx')).LedgerPage,
}))
const DataPage = lazy(async () => ({
  default: (await import('#renderer/features/data/DataPage.tsx')).DataPage,
}))
const UnrecognisedPage = lazy(async () => ({
  default: (await import('#renderer/features/unrecognised/UnrecognisedPage.tsx')).UnrecognisedPage,
}))
const RecommendationsPage = lazy(async () => ({
  default: (await import('#renderer/features/recommendations/RecommendationsPage.tsx')).RecommendationsPage,
}))
const BudgetsPage = lazy(async () => ({
  default: (await import('#renderer/features/budgets/BudgetsPage.tsx')).BudgetsPage,
}))
const ReportsPage = lazy(async () => ({
  default: (await import('#renderer/features/reports/ReportsPage.tsx')).ReportsPage,
}))
const ClosingPage = lazy(async () => ({
  default: (await import('#renderer/features/closing/ClosingPage.tsx')).ClosingPage,
}))
const SettingsPage = lazy(async () => ({
  default: (await import('#renderer/features/settings/SettingsPage.tsx')).SettingsPage,
}))
const AboutPage = lazy(async () => ({
  default: (await import('#renderer/features/about/AboutPage.tsx')).AboutPage,
}))

export function Routes() {
  const [path] = useLocation()
  return (
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
