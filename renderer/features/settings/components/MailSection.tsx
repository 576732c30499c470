import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { MailServerCard } from './MailServerCard.tsx'
import { MailTrialCard } from './MailTrialCard.tsx'
import styles from './Section.module.css'

/** The server that reports go out through, and a letter to try it. */
export function MailSection() {
  const { t } = useText()
  const { role, isDemo } = useSession()
  const { data, error, refetch } = useCall('mail.getSettings', {})
  const mayChange = isGranted(role, 'settings.write')
  if (isDemo) {
    return (
      <Card title={t('settings.section.mail')}>
        <p className={styles.muted}>{t('mail.demo')}</p>
      </Card>
    )
  }
  if (error) return <ErrorBanner error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={420} radius={10} />
  return (
    <>
      <MailServerCard state={data} mayChange={mayChange} />
      {mayChange ? <MailTrialCard isSet={data.isSet} /> : null}
    </>
  )
}
