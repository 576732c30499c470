import { useQueryClient } from '@tanstack/react-query'
import { Rows3 } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { Page } from '#renderer/app/Page.tsx'
import { PeriodControl } from '#renderer/app/period/PeriodControl.tsx'
import { usePeriod } from '#renderer/app/period/use-period.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useShown } from '#renderer/app/use-shown.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ColumnPicker } from '#renderer/ui/ColumnPicker.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { allColumns, columnKey, defaultColumns } from './columns.ts'
import { ExportDialog } from './components/ExportDialog.tsx'
import { LedgerFilters } from './components/LedgerFilters.tsx'
import { LedgerTotals } from './components/LedgerTotals.tsx'
import { LineDrawer } from './components/LineDrawer.tsx'
import { LinesTable } from './components/LinesTable.tsx'
import { setColumns, useColumns } from './look.ts'
import { isFiltered, type LinesBase, ledgerCodecs, linesBase, nothingChosen } from './url.ts'
import { windowQuery } from './use-lines.ts'

/** Every line of every bill, as FOCUS has it. */
export function LedgerPage() {
  const { t } = useText()
  const { today } = useSession()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState(ledgerCodecs)
  const period = usePeriod(url, setUrl)
  const columns = useColumns((state) => state.columns)
  const warm = useCallback((asked: LinesBase) => client.prefetchQuery(windowQuery(asked, 0)), [client])
  const { shown: base, isBusy } = useShown(linesBase(url, period.period), warm)
  const [name, input] = windowQuery(base, 0).queryKey
  const { data, error, refetch, isFetching } = useCall(name, input)
  const [open, setOpen] = useState<number | null>(null)
  const [isExporting, setExporting] = useState(false)
  const all = useMemo(
    () => allColumns(data?.items.slice(0, 50).flatMap((line) => Object.keys(line.columns)) ?? [], columns),
    [data, columns],
  )
  const filtered = isFiltered(base.filter)
  return (
    <Page
      title={t('ledger.title')}
      subtitle={t('ledger.subtitle', { range: period.words })}
      actions={
        <>
          <PeriodControl state={period} today={today} onChange={setUrl} />
          <ExportDialog
            filter={base.filter}
            lines={data?.total ?? 0}
            isFiltered={filtered}
            period={period.full}
            isOpen={isExporting}
            onOpen={() => setExporting(true)}
            onClose={() => setExporting(false)}
          />
        </>
      }
    >
      <LedgerTotals filter={base.filter} isBusy={isBusy} />
      <LedgerFilters
        url={url}
        isFiltered={filtered}
        end={
          <ColumnPicker
            label={t('ledger.columns')}
            resetLabel={t('ledger.columnsReset')}
            columns={all.map((id) => {
              const key = columnKey(id)
              return { id, label: key ? t(key) : id, title: id }
            })}
            shown={columns}
            onChange={setColumns}
            onReset={() => setColumns(defaultColumns)}
          />
        }
        onChange={setUrl}
      />
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {data === undefined ? (
        error ? null : (
          <div aria-busy="true">
            <Skeleton height={480} radius={10} />
          </div>
        )
      ) : data.total === 0 ? (
        <Card>
          <EmptyState
            icon={Rows3}
            title={t('ledger.none')}
            text={t(filtered ? 'ledger.noneFiltered' : 'ledger.noneText')}
            action={
              filtered ? (
                <Button onClick={() => setUrl(nothingChosen)}>{t('ledger.reset')}</Button>
              ) : (
                <Link href="/data">{t('ledger.toImports')}</Link>
              )
            }
          />
        </Card>
      ) : (
        <LinesTable
          base={base}
          total={data.total}
          columns={columns}
          openIndex={open}
          isBusy={isBusy}
          label={t('ledger.tableLabel', { range: period.full })}
          onSort={(sort) => setUrl({ sort, dir: url.sort === sort && url.dir === 'desc' ? 'asc' : 'desc' })}
          onOpen={setOpen}
        />
      )}
      <LineDrawer
        base={base}
        index={open}
        total={data?.total ?? 0}
        onIndex={setOpen}
        onFilter={(patch) => {
          setOpen(null)
          setUrl(patch)
        }}
        onClose={() => setOpen(null)}
      />
    </Page>
  )
}
