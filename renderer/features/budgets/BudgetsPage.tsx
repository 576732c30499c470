import { WalletMinimal } from 'lucide-react'
import { EmptyWorkspace } from '#renderer/app/EmptyWorkspace.tsx'
import { Page } from '#renderer/app/Page.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './BudgetsPage.module.css'
import { BudgetCard } from './components/BudgetCard.tsx'

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export function BudgetsPage() {
  const { t } = useText()
  const format = useFormat()
  const { data, error, isFetching, refetch } = useCall('budgets.list', {})
  const month = data?.items[0]?.month
  return (
    <Page
      title={t('budgets.title')}
      subtitle={
        data && month
          ? t('budgets.subtitle', {
              month: capitalised(format.month(month)),
              done: data.daysDone,
              count: data.daysInMonth,
            })
          : '\u00A0'
      }
    >
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {data === undefined ? (
        error ? null : (
          <div className={styles.grid} aria-busy="true">
            {['a', 'b'].map((name) => (
              <Card key={name}>
                <div className={styles.blank}>
                  <Skeleton width="40%" height={18} />
                  <Skeleton width="60%" height={28} />
                  <Skeleton height={12} />
                  <Skeleton height={220} radius={8} />
                </div>
              </Card>
            ))}
          </div>
        )
      ) : data.items.length === 0 ? (
        <EmptyWorkspace
          icon={WalletMinimal}
          title={t('budgets.empty.title')}
          text={t('budgets.empty.text')}
        />
      ) : (
        <div className={styles.grid}>
          {data.items.map((budget) => (
            <BudgetCard key={budget.id} budget={budget} daysDone={data.daysDone} />
          ))}
        </div>
      )}
    </Page>
  )
}
