import { Page } from '#renderer/app/Page.tsx'
import { PeriodControl } from '#renderer/app/period/PeriodControl.tsx'
import { usePeriod } from '#renderer/app/period/use-period.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useShown } from '#renderer/app/use-shown.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { BulkBar } from './bulk/BulkBar.tsx'
import { ExportMenu } from './components/ExportMenu.tsx'
import { FilterBar } from './components/FilterBar.tsx'
import { ListBar } from './components/ListBar.tsx'
import { NoResources } from './components/NoResources.tsx'
import { PageWaiting } from './components/PageWaiting.tsx'
import { ResourcesTable } from './components/ResourcesTable.tsx'
import { SectionList } from './components/SectionList.tsx'
import { SummaryCard } from './components/SummaryCard.tsx'
import { ResourceDrawer } from './drawer/ResourceDrawer.tsx'
import { setView, useLook } from './look.ts'
import { type ListView, listBase, nothingChosen, resourceCodecs } from './url.ts'
import { useNeighbours } from './use-neighbours.ts'
import { useSelection } from './use-selection.ts'
import { useWarm } from './use-warm.ts'
import { sliceQuery } from './use-windows.ts'
import { type Direction, nextSort, type ResourceSort } from './view.ts'

export function ResourcesPage() {
  const { t } = useText()
  const { today, role, currency } = useSession()
  const [url, setUrl] = useUrlState(resourceCodecs)
  const period = usePeriod(url, setUrl)
  const look = useLook()
  const view = url.view ?? look.view
  const { shown: base, isBusy } = useShown(listBase(url, period.period), useWarm(view))
  const [name, firstInput] = sliceQuery(base, { connectionId: null, page: 0 }).queryKey
  const head = useCall(name, firstInput)
  const sections = useCall(
    'resources.listSections',
    { filter: base.filter },
    { enabled: view === 'sections' },
  )
  const selection = useSelection(base)
  const canWrite = isGranted(role, 'data.write')
  const open = (id: number): void => setUrl({ open: id })
  const { data } = head
  const failed = head.error ? head : view === 'sections' && sections.error ? sections : null
  const shownSections = sections.data?.items ?? []
  const { place, onPrevious, onNext } = useNeighbours(
    base,
    view === 'table'
      ? [{ connectionId: null, count: data?.total ?? 0 }]
      : shownSections.map(({ connectionId, resources }) => ({ connectionId, count: resources })),
    url.open,
    open,
  )
  const isFiltered = Object.keys(base.filter).length > 0
  const sortBy = (sort: ResourceSort, direction: Direction): void => setUrl({ sort, dir: direction })
  return (
    <Page
      title={t('resources.title')}
      subtitle={t('resources.subtitle', { range: period.words })}
      actions={
        <>
          <PeriodControl state={period} today={today} onChange={setUrl} />
          <ExportMenu base={base} columns={look.columns} isDisabled={!data || data.total === 0} />
        </>
      }
    >
      {data ? (
        <SummaryCard
          data={data}
          mark={url.mark}
          range={period.words}
          isBusy={isBusy}
          onMark={(mark) => setUrl({ mark })}
        />
      ) : null}
      <FilterBar
        url={url}
        facets={data?.facets}
        one={data?.items.find((item) => item.id === url.id)?.name}
        currency={currency}
        isFiltered={isFiltered}
        view={
          <ListBar
            view={view}
            sort={base.sort}
            direction={base.direction}
            total={data?.total ?? 0}
            sections={shownSections}
            columns={look.columns}
            onView={(next: ListView) => {
              setView(next)
              setUrl({ view: next })
            }}
            onSort={sortBy}
          />
        }
        onChange={setUrl}
      />
      {failed?.error ? (
        <ErrorBanner
          error={failed.error}
          onRetry={() => void failed.refetch()}
          isRetrying={failed.isFetching}
        />
      ) : null}
      {data === undefined || (view === 'sections' && sections.data === undefined) ? (
        failed ? null : (
          <PageWaiting hasSummary={data === undefined} view={view} />
        )
      ) : data.total === 0 ? (
        <NoResources isFiltered={isFiltered} onReset={() => setUrl(nothingChosen)} />
      ) : view === 'table' ? (
        <ResourcesTable
          base={base}
          data={data}
          columns={look.columns}
          selection={canWrite ? selection : null}
          openIndex={place?.index ?? null}
          isBusy={isBusy}
          label={t('resources.tableLabel', { range: period.full })}
          onSort={(clicked) => {
            const next = nextSort({ sort: base.sort, direction: base.direction }, clicked)
            sortBy(next.sort, next.direction)
          }}
          onOpen={open}
        />
      ) : (
        <SectionList
          base={base}
          sections={shownSections}
          selection={canWrite ? selection : null}
          open={place}
          isBusy={isBusy}
          onOpen={open}
        />
      )}
      {canWrite ? (
        <BulkBar selection={selection} total={data?.total ?? 0} tagKeys={tagKeys(data?.facets.tag ?? [])} />
      ) : null}
      <ResourceDrawer
        id={url.open}
        tab={url.tab}
        period={period.period}
        onPrevious={onPrevious}
        onNext={onNext}
        onTab={(tab) => setUrl({ tab })}
        onClose={() => setUrl({ open: 0, tab: 'overview' })}
      />
    </Page>
  )
}

const tagKeys = (tags: readonly { value: string }[]): string[] => [
  ...new Set(tags.map(({ value }) => value.split(': ')[0] ?? value)),
]
