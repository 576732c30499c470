import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { BackupsCard } from './BackupsCard.tsx'
import { FolderCard } from './FolderCard.tsx'
import styles from './Section.module.css'

export function DataSection() {
  const { t } = useText()
  const { role } = useSession()
  return (
    <>
      <FolderCard />
      {isGranted(role, 'store.manage') ? (
        <BackupsCard />
      ) : (
        <Card title={t('settings.backups')}>
          <p className={styles.muted}>{t('settings.ownerOnly')}</p>
        </Card>
      )}
    </>
  )
}
