import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { PackageKeysCard } from './PackageKeysCard.tsx'
import { PackagesCard } from './PackagesCard.tsx'
import styles from './Section.module.css'
import { TransferCard } from './TransferCard.tsx'
import { TransferReceiveCard } from './TransferReceiveCard.tsx'

/** What is carried in and out by hand where there is no network. */
export function PackagesSection() {
  const { t } = useText()
  const { role, isDemo } = useSession()
  const packages = useCall('packages.list', {})
  const transfer = useCall('transfer.list', {})
  const mayChange = isGranted(role, 'settings.write') && !isDemo
  const error = packages.error ?? transfer.error
  const retry = (): void => {
    void packages.refetch()
    void transfer.refetch()
  }
  return (
    <>
      {error ? <ErrorBanner error={error} onRetry={retry} /> : null}
      {packages.data ? (
        <>
          <PackagesCard items={packages.data.items} mayChange={mayChange} />
          <PackageKeysCard keys={packages.data.keys} mayChange={mayChange} />
        </>
      ) : error ? null : (
        <Skeleton height={180} radius={10} />
      )}
      {isDemo ? (
        <Card title={t('transfer.title')}>
          <p className={styles.muted}>{t('transfer.demo')}</p>
        </Card>
      ) : transfer.data ? (
        <>
          <TransferCard
            months={transfer.data.months}
            fingerprint={transfer.data.fingerprint}
            mayStart={isGranted(role, 'store.manage')}
          />
          <TransferReceiveCard received={transfer.data.received} mayMerge={isGranted(role, 'data.write')} />
        </>
      ) : null}
    </>
  )
}
