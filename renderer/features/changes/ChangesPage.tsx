import { Cable, GitCompareArrows, History } from 'lucide-react'
import { Link } from 'wouter'
import { Page } from '#renderer/app/Page.tsx'
import { intParam, optionalParam, optionalTextParam, textParam } from '#renderer/app/url-codecs.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Pager } from '#renderer/ui/Pager.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { differenceKinds } from '#shared/contract/changes.ts'
import { ChangesBar } from './components/ChangesBar.tsx'
import { ChangesExport } from './components/ChangesExport.tsx'
import { ChangesSummary } from './components/ChangesSummary.tsx'
import { ChangesTable } from './components/ChangesTable.tsx'
import { listInput, PAGE_SIZE, sidesOf } from './view.ts'

const codecs = {
  connectionId: optionalTextParam(),
  /** 0: the last but one and the last. */
  before: intParam(0),
  after: intParam(0),
  kind: optionalParam(differenceKinds),
  search: textParam(),
  page: intParam(1, 1),
}

/** Two looks at one connection side by side. */
export function ChangesPage() {
  const { t } = useText()
  const [url, setUrl] = useUrlState(codecs)
  const connections = useCall('connections.list', {})
  const known = connections.data?.items ?? []
  const connectionId = url.connectionId ?? known[0]?.id ?? null
  const list = useCall('changes.list', listInput(connectionId ?? '-', url), {
    enabled: connectionId !== null,
  })
  const { data } = list
  const failed = connections.error ? connections : list.error ? list : null
  const isFiltered = url.kind !== null || url.search.trim() !== ''
  const isReady = connections.data !== undefined && (connectionId === null || data !== undefined)
  return (
    <Page
      title={t('changes.title')}
      subtitle={t('changes.subtitle')}
      actions={
        connectionId !== null && data?.after ? <ChangesExport sides={sidesOf(connectionId, url)} /> : null
      }
    >
      {failed?.error ? (
        <ErrorBanner
          error={failed.error}
          onRetry={() => void failed.refetch()}
          isRetrying={failed.isFetching}
        />
      ) : null}
      {!isReady ? (
        failed ? null : (
          <div aria-busy="true">
            <Skeleton height={360} radius={10} />
          </div>
        )
      ) : connectionId === null ? (
        <Card>
          <EmptyState
            icon={Cable}
            title={t('changes.noConnections')}
            text={t('changes.noConnectionsText')}
            action={<Link href="/connections">{t('changes.toConnections')}</Link>}
          />
        </Card>
      ) : (
        <>
          <ChangesBar
            connections={known}
            connectionId={connectionId}
            beforeId={data?.before?.id ?? url.before}
            afterId={data?.after?.id ?? url.after}
            search={url.search}
            onChange={(patch) => setUrl({ ...patch, page: 1 })}
          />
          {data?.before && data.after ? (
            <>
              <ChangesSummary
                before={data.before}
                after={data.after}
                change={data.change}
                counts={data.counts}
                kind={url.kind}
                isFiltered={isFiltered}
                isBusy={list.isPlaceholderData}
                onKind={(kind) => setUrl({ kind, page: 1 })}
              />
              <Card padding="none">
                {data.items.length === 0 ? (
                  <EmptyState
                    icon={GitCompareArrows}
                    title={t('changes.none')}
                    text={t(isFiltered ? 'changes.noneFiltered' : 'changes.noneText')}
                  />
                ) : (
                  <ChangesTable items={data.items} isBusy={list.isPlaceholderData} />
                )}
                <Pager
                  page={url.page}
                  pageSize={PAGE_SIZE}
                  shown={data.items.length}
                  total={data.total}
                  onPage={(page) => setUrl({ page })}
                />
              </Card>
            </>
          ) : (
            <Card>
              <EmptyState icon={History} title={t('changes.tooFew')} text={t('changes.tooFewText')} />
            </Card>
          )}
        </>
      )}
    </Page>
  )
}
