import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { AuthoritiesCard } from './AuthoritiesCard.tsx'
import { OfflineCard } from './OfflineCard.tsx'
import { ProxyCard } from './ProxyCard.tsx'
import styles from './Section.module.css'

export function NetworkSection() {
  const { t } = useText()
  const { role, isDemo } = useSession()
  const { data, error, refetch } = useCall('network.getState', {})
  const mayChange = isGranted(role, 'settings.write')
  if (isDemo) {
    return (
      <Card title={t('settings.section.network')}>
        <p className={styles.muted}>{t('network.demo')}</p>
      </Card>
    )
  }
  if (error) return <ErrorBanner error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={180} radius={10} />
  return (
    <>
      <OfflineCard offline={data.offline} policyFile={data.policyFile} mayChange={mayChange} />
      <ProxyCard state={data} mayChange={mayChange} />
      <AuthoritiesCard authorities={data.authorities} mayChange={mayChange} />
    </>
  )
}
