import { ReceiptText } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { linkOfView, plainView } from '#renderer/app/costs/view-query.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Grid } from '#renderer/ui/grid/Grid.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { currencies } from '#shared/lib/currency.ts'
import type { TabProps } from '../tab-props.ts'
import { columnsOf } from './columns.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { footOf, gridRowOf } from './grid-rows.ts'
import styles from './showback.module.css'
import { conditionOf, keyOf, parentsOf, type ShowbackBy, type Sort, sortColumns, treeOf } from './view.ts'

type Props = TabProps & { by: ShowbackBy; name: string }

const byTotal: Sort = { by: 'total', isDescending: true }

/** The tree of who pays for what, with totals. A figure leads to the costs behind it. */
export function ShowbackReport({ by, name, url, state, onChange }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const [, navigate] = useLocation()
  const [sort, setSort] = useState(byTotal)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const { metric, vat, mode } = url
  const currency = currencies.find((each) => each === url.currency)
  const asked = { by, metric, vat, mode, ...(currency ? { currency } : {}) }
  const { data, error, isFetching, isPlaceholderData, refetch } = useCall('allocation.getShowback', {
    ...asked,
    ...state.period,
  })
  const rows = useMemo(
    () => (data ? treeOf(data.rows, folded, sort, language) : []),
    [data, folded, sort, language],
  )
  const words = useMemo(
    () => ({ t, format, currency: data?.currency ?? ('RUB' as const), mode }),
    [t, format, data, mode],
  )
  const drawn = useMemo(() => rows.map((row) => gridRowOf(row, words)), [rows, words])
  if (!data)
    return error ? (
      <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={320} radius={10} />
      </div>
    )
  const fold = (key: string): void => {
    const next = new Set(folded)
    if (!next.delete(key)) next.add(key)
    setFolded(next)
  }
  const open = (index: number, columnId: string): void => {
    const at = rows[index]
    if (!at) return
    if (columnId === 'name' && at.hasChildren) fold(keyOf(at.row))
    else {
      const { from, to } = state.period
      const where = [[conditionOf(by, at.row)]]
      navigate(linkOfView({ ...plainView, period: { from, to }, metric, vat, where }))
    }
  }
  const parents = parentsOf(data.rows)
  return (
    <section className={styles.report} aria-label={t('showback.table', { name })}>
      <header className={styles.head}>
        <div className={styles.names}>
          <h2 className={styles.title}>{t('showback.table', { name })}</h2>
          <p className={styles.soft}>{state.full}</p>
        </div>
        {data.currencies.length > 1 ? (
          <Segmented
            label={t('showback.currency')}
            size="sm"
            value={data.currency}
            options={data.currencies.map((value) => ({ value, label: value }))}
            onChange={(value) => onChange({ currency: value })}
          />
        ) : null}
        {parents.size > 0 ? (
          <Button size="sm" onClick={() => setFolded(folded.size > 0 ? new Set() : parents)}>
            {t(folded.size > 0 ? 'showback.expandAll' : 'showback.collapseAll')}
          </Button>
        ) : null}
        <ExportMenu ask={{ ...asked, from: state.period.from, to: state.period.to }} />
      </header>
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {rows.length === 0 ? (
        <Card>
          <EmptyState icon={ReceiptText} title={t('showback.emptyTitle')} text={t('showback.emptyText')} />
        </Card>
      ) : (
        <>
          <Grid
            label={t('showback.table', { name })}
            columns={columnsOf({ t, mode, sort, compared: state.compared })}
            count={drawn.length}
            rowAt={(index) => drawn[index] ?? null}
            foot={footOf(data, words)}
            list={`${sort.by} ${sort.isDescending}`}
            isBusy={isPlaceholderData}
            onOpen={open}
            onSort={(id) => {
              const column = sortColumns.find((each) => each === id)
              if (column)
                setSort({
                  by: column,
                  isDescending: column === sort.by ? !sort.isDescending : column !== 'name',
                })
            }}
          />
          <p className={styles.hint}>{t(`showback.hint.${mode}`)}</p>
        </>
      )}
    </section>
  )
}
