import { useState } from 'react'
import { CloseDialog } from '#renderer/app/months/CloseDialog.tsx'
import { MonthHistory } from '#renderer/app/months/MonthHistory.tsx'
import { ReopenDialog } from '#renderer/app/months/ReopenDialog.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import styles from '../closing.module.css'
import type { TabProps } from '../url.ts'
import { CloseFoot } from './CloseFoot.tsx'
import { StepItem } from './StepItem.tsx'

export type Closing = CallOutput<'closing.get'>

/** The five steps of the month, what is open in each, and one way on. */
export function CloseTab(props: TabProps) {
  const { t } = useText()
  const { month, onChange } = props
  const closing = useCall('closing.get', { month })
  const months = useCall('months.list', {})
  const [opened, setOpened] = useState<'close' | 'reopen' | null>(null)
  const { data, error } = closing
  const past = months.data?.items.find((one) => one.month === month && one.closings.length > 0)
  const shut = (): void => setOpened(null)
  return (
    <div className={styles.stack}>
      <Card>
        {error ? (
          <ErrorBanner error={error} onRetry={() => void closing.refetch()} isRetrying={closing.isFetching} />
        ) : null}
        {!data && !error ? (
          <div aria-busy="true">
            <Skeleton height={360} radius={6} />
          </div>
        ) : null}
        {data ? (
          <>
            <ol className={styles.steps} aria-label={t('closing.steps')}>
              {data.steps.map((step, index) => (
                <StepItem
                  key={step.step}
                  {...{ step, index, month, onChange }}
                  isOver={data.isOver}
                  closed={step.step === 'rates' && data.isClosed ? data : null}
                />
              ))}
            </ol>
            <CloseFoot {...props} closing={data} onAct={setOpened} />
          </>
        ) : null}
      </Card>
      {past ? <MonthHistory month={past} /> : null}
      <CloseDialog month={opened === 'close' ? month : null} onClose={shut} />
      <ReopenDialog month={opened === 'reopen' ? month : null} onClose={shut} />
    </div>
  )
}
