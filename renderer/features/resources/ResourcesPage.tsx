import { Server } from 'lucide-react'
import { useDeferredValue } from 'react'
import { Page } from '#renderer/app/Page.tsx'
import { PeriodControl } from '#renderer/app/period/PeriodControl.tsx'
import { periodCodecs, usePeriod } from '#renderer/app/period/use-period.ts'
import {
  intParam,
  oneOfParam,
  optionalParam,
  optionalTextParam,
  textParam,
} from '#renderer/app/url-codecs.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { resourceSorts, resourceStatuses, resourceTypes } from '#shared/contract/resources.ts'
import { Pager } from './components/Pager.tsx'
import { ResourceFilters } from './components/ResourceFilters.tsx'
import { ResourcesTable } from './components/ResourcesTable.tsx'
import { TableSkeleton } from './components/TableSkeleton.tsx'
import styles from './ResourcesPage.module.css'
import { listInput, nextSort } from './view.ts'

const codecs = {
  ...periodCodecs,
  search: textParam(),
  id: intParam(0),
  connectionId: optionalTextParam(),
  type: optionalParam(resourceTypes),
  status: optionalParam(resourceStatuses),
  service: optionalTextParam(),
  sort: oneOfParam(resourceSorts, 'spend'),
  dir: optionalParam(['asc', 'desc']),
  page: intParam(1, 1),
}

const nothingChosen = {
  search: '',
  id: 0,
  connectionId: null,
  type: null,
  status: null,
  service: null,
  page: 1,
}

export function ResourcesPage() {
  const { t } = useText()
  const { today } = useSession()
  const [url, setUrl] = useUrlState(codecs)
  const period = usePeriod(url, setUrl)
  const search = useDeferredValue(url.search)
  const query = useCall('resources.list', listInput({ ...url, search }, period.period))
  const { data, error, isFetching, isPlaceholderData, refetch } = query
  const isFiltered =
    url.search !== '' || [url.id, url.connectionId, url.type, url.status, url.service].some(Boolean)
  const reset = <Button onClick={() => setUrl(nothingChosen)}>{t('resources.reset')}</Button>
  return (
    <Page
      title={t('resources.title')}
      subtitle={t('resources.subtitle', { range: period.words })}
      actions={
        <PeriodControl state={period} today={today} onChange={(choice) => setUrl({ ...choice, page: 1 })} />
      }
    >
      <Card padding="none">
        <ResourceFilters
          url={url}
          facets={data?.facets}
          one={data?.items.find((item) => item.id === url.id)?.name}
          isFiltered={isFiltered}
          onChange={(patch) => setUrl({ ...patch, page: 1 })}
          onReset={() => setUrl(nothingChosen)}
        />
        {error ? (
          <div className={styles.inset}>
            <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
          </div>
        ) : null}
        {data === undefined ? (
          error ? null : (
            <TableSkeleton rows={14} />
          )
        ) : data.total === 0 ? (
          isFiltered ? (
            <EmptyState
              icon={Server}
              title={t('resources.none.title')}
              text={t('resources.none.text')}
              action={reset}
            />
          ) : (
            <EmptyState icon={Server} title={t('resources.empty.title')} text={t('resources.empty.text')} />
          )
        ) : (
          <>
            <ResourcesTable
              data={data}
              sort={url.sort}
              direction={listInput(url, period.period).direction}
              isBusy={isPlaceholderData}
              label={t('resources.tableLabel', { range: period.full })}
              onSort={(clicked) => {
                const next = nextSort(
                  { sort: url.sort, direction: listInput(url, period.period).direction },
                  clicked,
                )
                setUrl({ sort: next.sort, dir: next.direction, page: 1 })
              }}
            />
            <Pager
              page={url.page}
              shown={data.items.length}
              total={data.total}
              onPage={(page) => setUrl({ page })}
            />
          </>
        )}
      </Card>
    </Page>
  )
}
