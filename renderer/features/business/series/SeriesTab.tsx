import { Plus, Sheet } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import styles from '../business.module.css'
import type { TabProps } from '../url.ts'
import { RemoveSeries } from './RemoveSeries.tsx'
import { SeriesDialog } from './SeriesDialog.tsx'
import { SeriesTable } from './SeriesTable.tsx'
import { ValuesCard } from './ValuesCard.tsx'

type Open = { what: 'add' } | { what: 'edit' | 'remove'; series: SeriesView } | null

/** What the business counts, and the values of the series that is chosen. */
export function SeriesTab({ url, onChange, mayWrite }: TabProps) {
  const { t } = useText()
  const { data, error, isFetching, refetch } = useCall('business.listSeries', {})
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  if (!data)
    return error ? (
      <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={320} radius={10} />
      </div>
    )
  const chosen = data.items.find(({ id }) => id === url.series) ?? data.items[0]
  const add = (
    <Button variant="primary" icon={Plus} onClick={() => setOpen({ what: 'add' })}>
      {t('series.add')}
    </Button>
  )
  return (
    <div className={styles.stack}>
      <Card
        title={t('series.title')}
        subtitle={t('series.text')}
        padding="none"
        actions={mayWrite && data.items.length > 0 ? add : undefined}
      >
        {data.items.length === 0 ? (
          <EmptyState
            icon={Sheet}
            title={t('series.emptyTitle')}
            text={t('series.emptyText')}
            action={mayWrite ? add : undefined}
          />
        ) : (
          <SeriesTable
            items={data.items}
            chosenId={chosen?.id ?? null}
            mayWrite={mayWrite}
            onChoose={(id) => onChange({ series: id, page: null })}
            onEdit={(series) => setOpen({ what: 'edit', series })}
            onRemove={(series) => setOpen({ what: 'remove', series })}
          />
        )}
      </Card>
      {chosen ? (
        <ValuesCard
          key={chosen.id}
          series={chosen}
          page={url.page}
          mayWrite={mayWrite}
          onPage={(page) => onChange({ page })}
        />
      ) : null}
      <SeriesDialog
        series={open?.what === 'edit' ? open.series : null}
        isOpen={open?.what === 'add' || open?.what === 'edit'}
        onClose={close}
        onSaved={(id) => onChange({ series: id, page: null })}
      />
      <RemoveSeries series={open?.what === 'remove' ? open.series : null} onClose={close} />
    </div>
  )
}
