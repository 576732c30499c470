import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import styles from '../business.module.css'
import type { TabProps } from '../url.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { MarginControls } from './MarginControls.tsx'
import { MarginFigures } from './MarginFigures.tsx'
import { MarginGrid } from './MarginGrid.tsx'
import marginStyles from './margins.module.css'
import { NewClient } from './NewClient.tsx'
import { PartDrawer } from './PartDrawer.tsx'
import { useMarginQuestion, useMargins } from './use-margins.ts'
import { hasUnpriced, inOrder, type MarginsBy } from './view.ts'

type TagChoice = { id: string; name: string }

export type ReportProps = TabProps & {
  by: MarginsBy
  tag: TagChoice
  tags: { own: readonly TagChoice[]; others: readonly TagChoice[] }
  revenues: readonly SeriesView[]
}

/** The table of parts with its totals; one of them opened tells its months and terms. */
export function MarginsReport(props: ReportProps) {
  const { by, tag, revenues, url, mayWrite } = props
  const { t } = useText()
  const format = useFormat()
  const [open, setOpen] = useState<{ part: string | null } | null>(null)
  const revenueId =
    by === 'products' ? ((revenues.find(({ id }) => id === url.revenue) ?? revenues[0])?.id ?? null) : null
  const question = useMarginQuestion(url, tag.id, revenueId)
  const { data, error, isFetching, isPlaceholderData, refetch } = useMargins(question)
  const items = data ? inOrder(data.items) : []
  const hasPrices = by === 'clients' || revenueId !== null
  return (
    <div className={styles.stack}>
      <MarginControls {...props} revenueId={revenueId} answer={data} />
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {!data ? (
        error ? null : (
          <div aria-busy="true">
            <Skeleton height={360} radius={10} />
          </div>
        )
      ) : (
        <div className={styles.stack} data-stale={isPlaceholderData ? '' : undefined}>
          {items.length > 0 ? <MarginFigures by={by} margins={data} hasPrices={hasPrices} /> : null}
          <Card
            title={t(`margins.table.${by}`)}
            subtitle={hasPrices ? undefined : t('margins.addRevenue')}
            padding="none"
            actions={
              <>
                {by === 'clients' && mayWrite ? <NewClient onName={(part) => setOpen({ part })} /> : null}
                {items.length > 0 ? <ExportMenu question={question} /> : null}
              </>
            }
          >
            {items.length === 0 ? (
              <EmptyState icon={Scale} title={t('margins.emptyTitle')} text={t('margins.emptyText')} />
            ) : (
              <>
                <MarginGrid
                  by={by}
                  items={items}
                  totals={data.totals}
                  currency={data.currency}
                  hasPrices={hasPrices}
                  onOpen={(part) => setOpen({ part })}
                />
                {hasPrices && hasUnpriced(data.totals) ? (
                  <p className={marginStyles.unpriced}>
                    {t(by === 'clients' ? 'margins.unpricedClients' : 'margins.unpricedProducts', {
                      amount: format.money({ amount: data.totals.unpriced, currency: data.currency }),
                    })}
                  </p>
                ) : null}
                {hasPrices ? (
                  <p className={styles.foot}>
                    {t(by === 'clients' ? 'margins.rounding' : 'margins.ofRevenueText')}
                  </p>
                ) : null}
              </>
            )}
          </Card>
          <PartDrawer
            by={by}
            tag={tag}
            part={open?.part ?? null}
            item={open ? items.find(({ part }) => part === open.part) : undefined}
            currency={data.currency}
            question={question}
            hasPrices={hasPrices}
            mayWrite={mayWrite}
            isOpen={open !== null}
            onClose={() => setOpen(null)}
          />
        </div>
      )}
    </div>
  )
}
