import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Drawer } from '#renderer/ui/Drawer.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { day } from '#shared/lib/day.ts'
import { ActList } from './ActList.tsx'
import { CauseList } from './CauseList.tsx'
import { LadderSteps } from './LadderSteps.tsx'
import styles from './reconciliation.module.css'
import { Signing } from './Signing.tsx'

type Props = {
  month: string
  /** Null: shut. */
  account: string | null
  isClosed: boolean
  mayWrite: boolean
  onClose: () => void
}

/** One account's month: the ladder, why it differs, the documents, the signature. */
export function LadderDrawer({ month, account, isClosed, mayWrite, onClose }: Props) {
  const { t } = useText()
  const format = useFormat()
  const asked = useCall(
    'reconciliation.get',
    { month, connectionId: account ?? '-' },
    { enabled: account !== null },
  )
  const { data, error } = asked
  const name = data?.ladder.name ?? t('closing.reconciliation')
  return (
    <Drawer
      label={name}
      isOpen={account !== null}
      onClose={onClose}
      head={
        <div>
          <h2 className={styles.title}>{name}</h2>
          <p className={styles.soft}>{format.month(day(`${month}-01`))}</p>
        </div>
      }
    >
      <div className={styles.drawer}>
        {error ? <ErrorBanner error={error} onRetry={() => void asked.refetch()} /> : null}
        {!data && !error ? <Skeleton height={320} radius={6} /> : null}
        {data ? (
          <>
            <LadderSteps ladder={data.ladder} />
            <CauseList ladder={data.ladder} />
            <ActList acts={data.acts} payments={data.payments} />
            <Signing key={month} ladder={data.ladder} isClosed={isClosed} mayWrite={mayWrite} />
          </>
        ) : null}
      </div>
    </Drawer>
  )
}
