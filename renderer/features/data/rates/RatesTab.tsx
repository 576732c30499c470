import { useState } from 'react'
import { textParam } from '#renderer/app/url-codecs.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Currency } from '#shared/lib/currency.ts'
import { isSpan, monthOf } from '../months.ts'
import { ActRatesCard } from './ActRatesCard.tsx'
import { RateNotices } from './RateNotices.tsx'
import { RatesCard } from './RatesCard.tsx'
import { RuleCard } from './RuleCard.tsx'
import styles from './rates.module.css'

const codecs = { month: textParam() }

/** Rates by day, own rates, rates of acts, and the rule that reports take them by. */
export function RatesTab() {
  const { today } = useSession()
  const [url, setUrl] = useUrlState(codecs)
  const month = url.month.length === 7 && isSpan(url.month) ? url.month : monthOf(today)
  const [shown, setShown] = useState<Currency[] | null>(null)
  const list = useCall('rates.list', { month, ...(shown ? { currencies: shown } : {}) })
  const { data, error } = list
  return (
    <div className={styles.stack}>
      {error ? (
        <ErrorBanner error={error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
      ) : null}
      {!data ? (
        error ? null : (
          <div aria-busy="true">
            <Skeleton height={420} radius={10} />
          </div>
        )
      ) : (
        <>
          <RateNotices data={data} />
          <RatesCard
            data={data}
            month={month}
            isStale={list.isPlaceholderData}
            onMonth={(next) => setUrl({ month: next === monthOf(today) ? '' : next })}
            onShow={setShown}
          />
          <div className={styles.pair}>
            <RuleCard rule={data.rule} />
            <ActRatesCard data={data} month={month} />
          </div>
        </>
      )}
    </div>
  )
}
